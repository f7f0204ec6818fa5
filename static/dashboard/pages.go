// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"videoguida/static/metrics"
	"videoguida/static/metrics/crm"
	"videoguida/tokengen/manifest"
)

// campaignPage is the page of a campaign.
type campaignPage struct {
	frame
	Spans    []string
	Periods  []period
	Period   period
	From, To string
	Live     tiles
	Checks   []Check
	Sections []Section
}

// tiles are the figures at the top, as of the last closed quarter of an hour.
type tiles struct {
	Open, Start, Errors string
	Share               string
	Until               string
}

func (r report) tiles() tiles {
	open, start := r.live.total("open"), r.live.total("start")
	until := metrics.Local(r.now.Truncate(15 * time.Minute))
	return tiles{whole(open), whole(start), whole(r.live.total("error")), percent(start, open), until.Format("15:04")}
}

func (s *Server) campaign(w http.ResponseWriter, r *http.Request) {
	rep, c, err := s.report(r)
	if err != nil {
		s.fail(w, err)
		return
	}
	p := campaignPage{frame: s.frame(r, "Monitoraggio", "campagna"), Periods: periods, Period: c.period}
	p.Campaign = rep.campaign
	for _, span := range c.spans {
		p.Spans = append(p.Spans, span.Campaign)
	}
	if rep.campaign != "" {
		p.Live, p.Checks, p.Sections = rep.tiles(), rep.checks(s.Health()), rep.sections()
		p.From, p.To = date(rep.from), date(metrics.Local(rep.to.Add(-time.Hour)))
	}
	s.show(w, http.StatusOK, "campagna.html", p)
}

func (s *Server) fail(w http.ResponseWriter, _ error) {
	http.Error(w, "i dati non si possono leggere: riprova tra poco, poi guarda il registro del servizio", http.StatusServiceUnavailable)
}

func (s *Server) enterPage(w http.ResponseWriter, r *http.Request) {
	f := s.frame(r, "Accesso", "accesso")
	if s.Access.Role(r) != Nobody {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	s.show(w, http.StatusOK, "accesso.html", f)
}

func (s *Server) enter(w http.ResponseWriter, r *http.Request) {
	f := s.frame(r, "Accesso", "accesso")
	t, ok := s.Access.(*Token)
	if !ok {
		http.Error(w, "qui si entra dal portale dell'Istituto", http.StatusForbidden)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
	c, why := t.enter(r.PostFormValue("parola"))
	if c == nil {
		f.Wrong = why
		s.show(w, http.StatusForbidden, "accesso.html", f)
		return
	}
	http.SetCookie(w, c)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *Server) leave(w http.ResponseWriter, r *http.Request) {
	if t, ok := s.Access.(*Token); ok {
		t.leave(r)
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/accesso", http.StatusSeeOther)
}

// uploaded returns the one file of a form.
func uploaded(w http.ResponseWriter, r *http.Request, limit int64) (io.ReadCloser, error) {
	r.Body = http.MaxBytesReader(w, r.Body, limit+(1<<20))
	f, _, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) {
		return nil, errors.New("scegli un file")
	}
	return f, err
}

func (s *Server) importContacts(w http.ResponseWriter, r *http.Request) {
	said, err := "", error(nil)
	f, err := uploaded(w, r, crm.MaxBytes)
	if err == nil {
		defer f.Close()
		var rows []crm.Row
		if rows, err = crm.Read(f); err == nil {
			err = s.Source.AddContacts(r.Context(), rows)
			said = grouped(int64(len(rows))) + " righe importate."
		}
	}
	s.showContacts(w, r, said, err)
}

func (s *Server) importManifest(w http.ResponseWriter, r *http.Request) {
	f, err := uploaded(w, r, 16<<20)
	if err == nil {
		defer f.Close()
		err = ImportManifest(r.Context(), s.Source, f, s.Now())
	}
	if err != nil {
		http.Error(w, "il manifesto non è stato importato: "+err.Error(), http.StatusBadRequest)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// ImportManifest counts what a manifest accounts for.
func ImportManifest(ctx context.Context, s Source, f io.Reader, now time.Time) error {
	m, err := manifest.Read(f)
	if err != nil {
		return err
	}
	return s.AddRun(ctx, now, metrics.FromManifest(m))
}
