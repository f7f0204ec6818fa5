// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"regexp"
	"strings"
	"time"
)

// IO sends messages to App IO by its API for public services
// (docs.pagopa.it/io-guida-tecnica): it asks whether the person takes messages
// of this service, then submits one.
type IO struct {
	URL   string // of the API, https://api.io.pagopa.it/api/v1
	Key   string // Ocp-Apim-Subscription-Key
	Codes Codes
	HTTP  *http.Client
}

// Codes finds the fiscal code by which App IO knows a recipient. Rows hold no
// tax codes; this file stays with whoever sends.
type Codes map[string]string

var (
	fiscalCode = regexp.MustCompile(`^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$`)
	errIO      = errors.New("io: not taken now")
)

// ReadCodes reads a table with the columns recipient and fiscal_code.
func ReadCodes(r io.Reader) (Codes, error) {
	in := csv.NewReader(r)
	in.ReuseRecord = true
	head, err := in.Read()
	if err != nil || len(head) != 2 || head[0] != "recipient" || head[1] != "fiscal_code" {
		return nil, errors.New("codes: the header must be recipient,fiscal_code")
	}
	codes := Codes{}
	for {
		rec, err := in.Read()
		if err == io.EOF {
			return codes, nil
		}
		var form *csv.ParseError
		if errors.As(err, &form) {
			return nil, fmt.Errorf("codes: line %d is no row of two cells", form.Line)
		}
		if err != nil {
			return nil, err
		}
		if !fiscalCode.MatchString(rec[1]) {
			line, _ := in.FieldPos(1)
			return nil, fmt.Errorf("codes: line %d: field fiscal_code: is none", line)
		}
		codes[strings.Clone(rec[0])] = strings.Clone(rec[1])
	}
}

// markdown is the text of a message with its button, which App IO takes from
// the front matter in the language of the phone.
func markdown(m Message) string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, button := range m.buttons {
		b.WriteString(button[0] + ":\n  cta_1:\n    text: \"" + button[1] + "\"\n    action: \"iohandledlink://" + m.Link + "\"\n")
	}
	return b.String() + "---\n" + m.Text
}

// ioMessage is the body of POST /messages.
type ioMessage struct {
	FiscalCode string    `json:"fiscal_code"`
	Content    ioContent `json:"content"`
}

type ioContent struct {
	Subject  string `json:"subject"`
	Markdown string `json:"markdown"`
	DueDate  string `json:"due_date"`
}

// Send implements Sender.
func (s *IO) Send(ctx context.Context, m Message) error {
	code := s.Codes[m.To]
	if code == "" {
		return Refused{"io-no-code"}
	}
	var profile struct {
		Allowed bool `json:"sender_allowed"`
	}
	err := s.post(ctx, "/profiles", map[string]string{"fiscal_code": code}, &profile)
	if err == nil && !profile.Allowed {
		err = Refused{"io-not-allowed"}
	}
	if err != nil {
		return err
	}
	content := ioContent{m.Subject, markdown(m), m.Expires.Format(time.RFC3339)}
	return s.post(ctx, "/messages", ioMessage{code, content}, nil)
}

// maxAnswer bounds what is read of an answer, bytes.
const maxAnswer = 64 << 10

// post asks the API something. Without an answer to read, the request does
// something: if it was sent whole and no answer came, it may have been done.
func (s *IO) post(ctx context.Context, path string, body, answer any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return Broken{err}
	}
	whole := false
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteRequest: func(i httptrace.WroteRequestInfo) { whole = i.Err == nil }})
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL+path, bytes.NewReader(data))
	if err != nil {
		return Broken{errors.New("io: the address of the API is wrong")}
	}
	q.Header.Set("Content-Type", "application/json")
	q.Header.Set("Ocp-Apim-Subscription-Key", s.Key)
	q.GetBody = nil // the transport must not send it again by itself
	got, err := s.HTTP.Do(q)
	if err != nil && whole && answer == nil {
		return Unknown{errIO}
	}
	if err != nil {
		return Later{Err: errIO} // the error's own text would hold the address
	}
	defer got.Body.Close()
	if got.StatusCode != http.StatusOK && got.StatusCode != http.StatusCreated {
		return ioVerdict(got)
	}
	if answer != nil && json.NewDecoder(io.LimitReader(got.Body, maxAnswer)).Decode(answer) != nil {
		return Later{Err: errIO}
	}
	io.Copy(io.Discard, io.LimitReader(got.Body, maxAnswer))
	return nil
}

// ioVerdict tells what the API's answer means for a message.
func ioVerdict(got *http.Response) error {
	switch got.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden:
		return Broken{fmt.Errorf("io: the API refuses our key (status %d)", got.StatusCode)}
	case http.StatusNotFound:
		return Refused{"io-not-there"}
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return Later{errIO, retryAfter(got.Header.Get("Retry-After"), time.Now())}
	}
	if got.StatusCode >= 500 {
		return Later{Err: errIO}
	}
	return Refused{fmt.Sprintf("io-status-%d", got.StatusCode)}
}
