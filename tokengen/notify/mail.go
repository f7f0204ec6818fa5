// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"context"
	"errors"
	"net/mail"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// Mail says how e-mail goes out.
type Mail struct {
	Host           string
	Port           int
	From           mail.Address
	User, Password string // none: the server takes mail from this machine
	Plain          bool   // without TLS: for a relay on this machine
	Connections    int
	Now            func() time.Time
}

// Mailer sends e-mail over connections that it keeps.
type Mailer struct {
	Mail
	free chan *gomail.Client
}

// NewMailer makes a mailer. It connects when the first e-mail goes.
func NewMailer(m Mail) (*Mailer, error) {
	out := &Mailer{Mail: m, free: make(chan *gomail.Client, m.Connections)}
	policy := gomail.TLSMandatory
	if m.Plain {
		policy = gomail.NoTLS
	}
	options := []gomail.Option{gomail.WithPort(m.Port), gomail.WithTLSPolicy(policy), gomail.WithTimeout(30 * time.Second)}
	if m.User != "" {
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(m.User), gomail.WithPassword(m.Password))
	}
	for range m.Connections {
		c, err := gomail.NewClient(m.Host, options...)
		if err != nil {
			return nil, err
		}
		out.free <- c
	}
	return out, nil
}

// Send implements Sender.
func (s *Mailer) Send(ctx context.Context, m Message) error {
	msg, err := s.message(m)
	if err != nil {
		return Refused{"email-address"}
	}
	var c *gomail.Client
	select {
	case c = <-s.free:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { s.free <- c }()
	if err = c.Send(msg); unconnected(err) {
		if err = c.DialWithContext(ctx); err == nil {
			err = c.Send(msg)
		}
	}
	if msg.IsDelivered() {
		return nil // whatever went wrong after it
	}
	return verdict(err)
}

// unconnected reports whether there was no connection, so that nothing of the
// message was sent.
func unconnected(err error) bool {
	var e *gomail.SendError
	return errors.As(err, &e) && e.Reason == gomail.ErrConnCheck
}

// message writes a message with an id of its own, the same each time, so that a
// mailbox can tell a repetition.
func (s *Mailer) message(m Message) (*gomail.Msg, error) {
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	msg.FromMailAddress(&s.From)
	if err := msg.To(m.To); err != nil {
		return nil, err
	}
	_, domain, _ := strings.Cut(s.From.Address, "@")
	msg.SetMessageIDWithValue(m.ID + "@" + domain)
	msg.SetDateWithValue(s.Now())
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetGenHeader("Content-Language", m.Lang)
	msg.Subject(m.Subject)
	msg.SetBodyString(gomail.TypeTextPlain, m.Text)
	msg.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
	return msg, nil
}

// verdict tells what an SMTP error means for a message: 5xx never, 4xx and lost
// connections later, a wrong password nobody's.
func verdict(err error) error {
	var e *gomail.SendError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e) && e.ErrorCode() >= 500:
		return Refused{"email-rejected"}
	case errors.As(err, &e) && e.Reason == gomail.ErrSMTPDataClose && e.ErrorCode() == 0:
		return Unknown{errors.New("smtp: no answer to the whole e-mail")}
	case errors.As(err, &e):
		return Later{Err: errors.New("smtp: not taken now")}
	case strings.Contains(strings.ToUpper(err.Error()), "AUTH"):
		return Broken{errors.New("smtp: the server refuses to log us in")}
	}
	return Later{Err: errors.New("smtp: no connection")}
}

// Close says good-bye to the server.
func (s *Mailer) Close() error {
	for range s.Connections {
		c := <-s.free
		c.Close() // it may not be connected
	}
	return nil
}
