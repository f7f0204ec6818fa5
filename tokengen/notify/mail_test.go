// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
)

// postOffice is an SMTP server on this machine.
type postOffice struct {
	mu       sync.Mutex
	sessions int
	mails    []*mail.Message
	bodies   []string
	refuse   func(to string) error
	hangUp   bool // after the whole e-mail, without an answer
	conns    []net.Conn
}

type session struct {
	office *postOffice
	conn   *smtp.Conn
}

func (o *postOffice) NewSession(c *smtp.Conn) (smtp.Session, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.sessions++
	o.conns = append(o.conns, c.Conn())
	return &session{o, c}, nil
}

func (s *session) Reset()                               {}
func (s *session) Logout() error                        { return nil }
func (s *session) Mail(string, *smtp.MailOptions) error { return nil }

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if s.office.refuse != nil {
		return s.office.refuse(to)
	}
	return nil
}

func (s *session) Data(r io.Reader) error {
	m, err := mail.ReadMessage(r)
	if err != nil {
		return err
	}
	body, err := io.ReadAll(m.Body)
	if err != nil {
		return err
	}
	s.office.mu.Lock()
	defer s.office.mu.Unlock()
	s.office.mails, s.office.bodies = append(s.office.mails, m), append(s.office.bodies, string(body))
	if s.office.hangUp {
		s.conn.Conn().Close()
	}
	return nil
}

// open starts the office and returns a mailer that posts there.
func (o *postOffice) open(t *testing.T) *Mailer {
	t.Helper()
	server := smtp.NewServer(o)
	server.Domain, server.ReadTimeout, server.ErrorLog = "localhost", 10*time.Second, silent{}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go server.Serve(l)
	from, err := mail.ParseAddress("INPS <avvisi@inps.example>")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	m, err := NewMailer(Mail{
		Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, From: *from,
		Plain: true, Connections: 2, Now: func() time.Time { return time.Unix(1795521600, 0) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Close() })
	return m
}

// arrived is how many e-mails came.
func (o *postOffice) arrived() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.mails)
}

type silent struct{}

func (silent) Printf(string, ...any) {}
func (silent) Println(...any)        {}

// TestMail: an e-mail arrives whole, as plain text and as a page, in one
// alternative, and without a link.
func TestMail(t *testing.T) {
	o := &postOffice{}
	c := config(t, map[string]Sender{"email": o.open(t)}, "email")
	r, err := Run(t.Context(), reader(t, people(7)), c)
	if err != nil || sums(r) != [6]int{7} || len(o.mails) != 7 {
		t.Fatalf("%v %+v, %d arrived", err, r.Counts, len(o.mails))
	}
	if o.sessions > 2 {
		t.Errorf("%d connections for 7 e-mails", o.sessions)
	}
	ids := map[string]bool{}
	for i, m := range o.mails {
		h := m.Header
		ids[h.Get("Message-ID")] = true
		subject, _ := new(mime.WordDecoder).DecodeHeader(h.Get("Subject"))
		if h.Get("From") != `"INPS" <avvisi@inps.example>` || !strings.HasPrefix(subject, "Testo di mail-ogg-") ||
			h.Get("Auto-Submitted") != "auto-generated" || !strings.HasSuffix(h.Get("To"), "@posta.example>") || h.Get("User-Agent") != "" {
			t.Errorf("headers %v", h)
		}
		plain, page := alternatives(t, h.Get("Content-Type"), o.bodies[i])
		if !strings.Contains(plain, "Ciao Ermenegilda,\r\n\r\nTesto di mail-2-") || !strings.Contains(page, "<p>Ciao Ermenegilda,</p>") || strings.Contains(page, "href") {
			t.Errorf("plain %q\npage %q", plain, page)
		}
	}
	if len(ids) != 7 {
		t.Errorf("%d ids for 7 e-mails", len(ids))
	}
}

// alternatives are the two forms of an e-mail.
func alternatives(t *testing.T, contentType, body string) (plain, page string) {
	t.Helper()
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil || media != "multipart/alternative" {
		t.Fatalf("%s, %v", media, err)
	}
	in := multipart.NewReader(strings.NewReader(body), params["boundary"])
	for i, want := range []string{"text/plain", "text/html"} {
		part, err := in.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(quotedprintable.NewReader(part))
		if media, _, _ := mime.ParseMediaType(part.Header.Get("Content-Type")); err != nil || media != want {
			t.Fatalf("part %d is %s, %v", i, media, err)
		}
		if i == 0 {
			plain = string(text)
		} else {
			page = string(text)
		}
	}
	return plain, page
}

// TestMailRefused: what the server says never is refused, what it says later is
// tried again.
func TestMailRefused(t *testing.T) {
	busy := 0
	o := &postOffice{refuse: func(to string) error {
		switch to {
		case "p0@posta.example":
			return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such user"}
		case "p1@posta.example":
			if busy++; busy < 3 {
				return &smtp.SMTPError{Code: 450, EnhancedCode: smtp.EnhancedCode{4, 2, 0}, Message: "busy"}
			}
		}
		return nil
	}}
	c := config(t, map[string]Sender{"email": o.open(t)}, "email")
	c.Workers = 1
	r, err := Run(t.Context(), reader(t, people(4)), c)
	if err != nil || sums(r) != [6]int{3, 1} || busy != 3 {
		t.Errorf("%v %+v, asked %d times", err, r.Counts, busy)
	}
}

// TestMailLost: a connection that the server closed is made again; an e-mail
// that was sent whole and not answered is not sent twice.
func TestMailLost(t *testing.T) {
	o := &postOffice{}
	m := o.open(t)
	c := config(t, map[string]Sender{"email": m}, "email")
	c.Workers = 1
	if _, err := Run(t.Context(), reader(t, people(2)), c); err != nil {
		t.Fatal(err)
	}
	for _, conn := range o.conns {
		conn.Close()
	}
	if r, err := Run(t.Context(), reader(t, people(4)), c); err != nil || sums(r) != [6]int{4} || o.arrived() != 4 {
		t.Errorf("after a lost connection: %v %+v, %d arrived", err, r.Counts, o.arrived())
	}
	o.mu.Lock()
	o.hangUp = true
	o.mu.Unlock()
	if r, err := Run(t.Context(), reader(t, people(5)), c); err != nil || sums(r) != [6]int{0: 4, 3: 1} || o.arrived() != 5 {
		t.Errorf("without an answer: %v %+v, %d arrived", err, r.Counts, o.arrived())
	}
}

// TestMailNobodyHome: without a server messages fail and can be tried again;
// without TLS nothing is sent unless that was asked for.
func TestMailNobodyHome(t *testing.T) {
	o := &postOffice{}
	m := o.open(t)
	secure, err := NewMailer(Mail{Host: "127.0.0.1", Port: m.Port, From: m.From, Connections: 1, Now: today})
	if err != nil {
		t.Fatal(err)
	}
	nobody, err := NewMailer(Mail{Host: "127.0.0.1", Port: 1, From: m.From, Plain: true, Connections: 1, Now: today})
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]*Mailer{"a server without TLS": secure, "no server": nobody} {
		err := s.Send(t.Context(), Message{ID: "a", To: "p@posta.example", Subject: "s", Text: "t", HTML: "h"})
		if !errors.As(err, new(Later)) || o.arrived() > 0 {
			t.Errorf("%s: %v, %d arrived", name, err, o.arrived())
		}
	}
}
