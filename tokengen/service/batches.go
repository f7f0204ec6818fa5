// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"videoguida/tokengen/rows"
)

// rejected is the answer to a letter that breaks the schema.
type rejected struct {
	Row    int     `json:"row"`
	Letter string  `json:"letter_id,omitempty"`
	Errors []field `json:"errors"`
}

// receipt is the last line of a batch. Without it the batch was cut off, and
// with done false it ends before the letters do: what was answered is good,
// the rest can be sent again.
type receipt struct {
	Done     bool         `json:"done"`
	Rows     int          `json:"rows"`
	Issued   int          `json:"issued"` // tokens
	Rejected int          `json:"rejected"`
	JtiHash  string       `json:"jti_hash,omitempty"` // as in the audit
	Problem  *problemBody `json:"problem,omitempty"`
}

// stream is a batch under way.
type stream struct {
	*order
	s       *Service
	control *http.ResponseController
	body    *bufio.Reader
	in      *rows.Reader
	out     *bufio.Writer
}

// batches signs letters as they come: each line of the body is answered by a
// line, in order, so a client may read while it writes.
func (s *Service) batches(w http.ResponseWriter, r *http.Request, c *client) {
	o, wrong := s.newOrder(r, c)
	if wrong == nil {
		wrong = wrongMedia(r, "application/x-ndjson")
	}
	if wrong != nil {
		s.refuse(w, o, *wrong)
		return
	}
	b := &stream{order: o, s: s, control: http.NewResponseController(w), out: bufio.NewWriterSize(w, 16<<10)}
	b.control.EnableFullDuplex()          // HTTP/2 always is, and says that it cannot
	w.Header().Set("Connection", "close") // nobody waits for the rest of a batch that was broken off
	b.body = bufio.NewReaderSize(http.MaxBytesReader(w, r.Body, MaxBatch), MaxRow)
	if s.close(o, "begun", "") != nil {
		unaudited.write(w)
		return
	}
	if wrong := b.begin(); wrong != nil {
		s.refuse(w, o, *wrong)
		return
	}
	w.Header().Set("Content-Type", "application/x-ndjson")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusOK)
	b.end(b.run())
}

// begin waits for the first letter.
func (b *stream) begin() *problem {
	b.hurry()
	first, err := b.body.Peek(1)
	for err == nil && (first[0] == '\n' || first[0] == '\r' || first[0] == ' ') {
		b.body.Discard(1)
		first, err = b.body.Peek(1)
	}
	if err != nil && err != io.EOF {
		return unread(err)
	}
	if err == io.EOF || first[0] != '{' {
		return &problem{Status: http.StatusBadRequest, Code: "json", Detail: "the body must be JSON objects, a line each: letters"}
	}
	if b.in, err = rows.NewReader(b.body, rows.Options{Today: b.s.Now().UTC()}); err != nil {
		return unread(err)
	}
	return nil
}

// hurry gives the client its time for one letter and one answer.
func (b *stream) hurry() {
	b.control.SetReadDeadline(time.Now().Add(b.s.RowTime))
	b.control.SetWriteDeadline(time.Now().Add(2 * b.s.RowTime))
}

// errStopped means that the service is about to end.
var errStopped = errors.New("service: about to end")

// run answers letter after letter and returns nil after the last.
func (b *stream) run() error {
	// A letter that is waited for when the service ends is not waited for longer.
	defer context.AfterFunc(b.s.stopping, func() { b.control.SetReadDeadline(time.Now()) })()
	for {
		row, err := b.next()
		switch {
		case err == io.EOF:
			return nil
		case err == nil && b.entry.Rows == MaxRows:
			return rows.ErrTooLong
		case err == nil:
			err = b.answer(row)
		}
		if err != nil {
			return err
		}
	}
}

// next reads a letter. Answers leave before the client is waited for.
func (b *stream) next() (rows.Row, error) {
	if whole, _ := b.body.Peek(b.body.Buffered()); bytes.IndexByte(whole, '\n') < 0 {
		if err := errors.Join(b.out.Flush(), b.control.Flush()); err != nil {
			return rows.Row{}, err
		}
	}
	b.hurry()
	if b.s.stopping.Err() != nil {
		return rows.Row{}, errStopped
	}
	row, err := b.in.Next()
	if err != nil && err != io.EOF && b.s.stopping.Err() != nil {
		return row, errStopped
	}
	return row, err
}

// answer writes the line of one letter.
func (b *stream) answer(row rows.Row) error {
	b.entry.Rows++
	if len(row.Bad) > 0 {
		b.entry.Rejected++
		b.s.meters.rejected(b.client.name)
		return encode(b.out, rejected{row.Number, row.Letter, fields(row.Bad)})
	}
	line, err := b.s.issue(b.order, row)
	if err != nil {
		b.s.Log.Error("not signed", "error", err)
		return err
	}
	return encode(b.out, line)
}

// end writes the audit and then the receipt.
func (b *stream) end(err error) {
	outcome, code := "issued", ""
	last := receipt{Done: err == nil}
	if err != nil {
		p := *unread(err)
		if errors.Is(err, errStopped) {
			p = problem{Status: http.StatusServiceUnavailable, Code: "draining", Detail: "this instance is about to end: send the rest to another"}
		}
		body := p.body()
		last.Problem = &body
		outcome, code = "broken-off", p.Code
	}
	if b.s.close(b.order, outcome, code) != nil {
		return // without a receipt the client knows that the batch is not whole
	}
	last.Rows, last.Issued, last.Rejected, last.JtiHash = b.entry.Rows, b.entry.Issued, b.entry.Rejected, b.entry.JtiHash
	b.hurry()
	if encode(b.out, last) == nil {
		b.out.Flush()
	}
}
