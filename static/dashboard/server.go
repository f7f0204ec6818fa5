// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"html/template"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"videoguida/static/metrics/sqlstore"
	"videoguida/static/site"
)

//go:embed assets
var assets embed.FS

// Options say where the dashboard's figures come from and who may see them.
type Options struct {
	Source Source
	Access Access
	Now    func() time.Time
	Health func() error // why nothing is counted, or nil
	// Answers tells how batches were answered, rounded, for /metrics.
	Answers func() map[string]int64
}

// Server is the dashboard: an http.Handler.
type Server struct {
	Options
	mux   *http.ServeMux
	pages *template.Template
	live  *live
}

// New returns a dashboard.
func New(o Options) *Server {
	s := &Server{Options: o, mux: http.NewServeMux(), live: newLive()}
	s.pages = template.Must(template.New("").Funcs(template.FuncMap{"whole": whole, "date": date}).ParseFS(assets, "assets/*.html"))
	for pattern, h := range map[string]http.HandlerFunc{
		"GET /{$}": s.campaign, "GET /contatti": s.contacts, "POST /contatti": s.importContacts, "POST /manifesto": s.importManifest,
		"GET /dati.csv": s.csv, "GET /dati.json": s.json, "GET /eventi": s.events, "GET /metrics": s.prometheus,
	} {
		s.mux.HandleFunc(pattern, s.guarded(h, strings.HasPrefix(pattern, "POST")))
	}
	s.mux.HandleFunc("GET /accesso", s.enterPage)
	s.mux.HandleFunc("POST /accesso", s.enter)
	s.mux.HandleFunc("POST /uscita", s.leave)
	s.mux.Handle("GET /fonts/", http.FileServerFS(site.Fonts))
	static, err := fs.Sub(assets, "assets")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	for _, name := range []string{"/stile.css", "/vivo.js", "/icona.svg"} {
		s.mux.Handle("GET "+name, http.FileServerFS(static))
	}
	return s
}

// policy lets a page load its own style, letters, script and live figures.
const policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	http.NewCrossOriginProtection().Handler(s.mux).ServeHTTP(w, r)
}

// guarded lets those in who may look, or import.
func (s *Server) guarded(next http.HandlerFunc, importing bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch role := s.Access.Role(r); {
		case role == Nobody && r.URL.Path == "/" && r.Method == http.MethodGet:
			http.Redirect(w, r, "/accesso", http.StatusSeeOther)
		case role == Nobody:
			http.Error(w, "accesso necessario", http.StatusUnauthorized)
		case importing && role < Importer:
			http.Error(w, "il tuo ruolo può solo guardare", http.StatusForbidden)
		default:
			next(w, r)
		}
	}
}

// Serve answers on l until ctx ends; pages that wait for live figures are let
// go at once.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler: s, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 16 << 10,
		ErrorLog: log.New(io.Discard, "", 0), // its lines carry addresses
	}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	s.live.close()
	stop, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return errors.Join(srv.Shutdown(stop), ignoreClosed(<-done))
}

func ignoreClosed(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// show writes a page, whole or not at all.
func (s *Server) show(w http.ResponseWriter, status int, name string, data any) {
	var b bytes.Buffer
	if err := s.pages.ExecuteTemplate(&b, name, data); err != nil {
		http.Error(w, "la pagina non si può scrivere", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

// frame is what every page shows around its own.
type frame struct {
	Title    string
	Page     string // "campagna" or "contatti"
	Campaign string
	Importer bool
	Local    bool // signed in by the token: one can leave
	Said     string
	Wrong    string
}

func (s *Server) frame(r *http.Request, title, page string) frame {
	_, local := s.Access.(*Token)
	return frame{Title: title, Page: page, Importer: s.Access.Role(r) == Importer, Local: local, Campaign: r.URL.Query().Get("campagna")}
}

// choice is what the address chooses: a campaign and a period.
type choice struct {
	spans  []sqlstore.Span
	span   sqlstore.Span
	period period
}

// choose reads the address. Whatever it names that there is not, the first is
// taken: the campaign with the latest figures, all its days.
func (s *Server) choose(ctx context.Context, q url.Values) (c choice, err error) {
	if c.spans, err = s.Source.Published(ctx); err != nil {
		return c, err
	}
	if len(c.spans) > 0 {
		c.span = c.spans[0]
	}
	for _, span := range c.spans {
		if span.Campaign == q.Get("campagna") {
			c.span = span
		}
	}
	c.period = periods[0]
	for _, p := range periods {
		if p.ID == q.Get("giorni") {
			c.period = p
		}
	}
	return c, nil
}

// report reads the report that the address chooses; its campaign is empty when
// nothing was ever published.
func (s *Server) report(r *http.Request) (rep report, c choice, err error) {
	if c, err = s.choose(r.Context(), r.URL.Query()); err != nil || c.span.Campaign == "" {
		return rep, c, err
	}
	rep, err = s.read(r.Context(), c.span, c.period)
	return rep, c, err
}
