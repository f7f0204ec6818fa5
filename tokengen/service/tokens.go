// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"os"

	"videoguida/tokengen/rows"
	"videoguida/tokengen/sign"
)

// tokens signs one letter.
func (s *Service) tokens(w http.ResponseWriter, r *http.Request, c *client) {
	o, wrong := s.newOrder(r, c)
	if wrong != nil {
		s.refuse(w, o, *wrong)
		return
	}
	row, wrong := s.readOne(w, r)
	o.entry.Rows = 1
	if wrong != nil {
		o.entry.Rejected = 1
		s.meters.rejected(c.name)
		s.refuse(w, o, *wrong)
		return
	}
	answer, err := s.issue(o, row)
	if err != nil {
		s.Log.Error("not signed", "error", err)
		s.refuse(w, o, problem{Status: http.StatusInternalServerError, Code: "internal", Detail: "the letter was not signed; tell whoever operates the service"})
		return
	}
	if s.close(o, "issued", "") != nil {
		unaudited.write(w)
		return
	}
	answer.Row = 0
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusCreated)
	encode(w, answer)
}

// encode writes v as one line of JSON; links keep their characters.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// refuse writes a request that was refused to the audit, then answers it.
func (s *Service) refuse(w http.ResponseWriter, o *order, p problem) {
	if s.close(o, "refused", p.Code) != nil {
		p = unaudited
	}
	p.write(w)
}

// readOne reads the letter of a request.
func (s *Service) readOne(w http.ResponseWriter, r *http.Request) (rows.Row, *problem) {
	if p := wrongMedia(r, "application/json"); p != nil {
		return rows.Row{}, p
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxRow))
	if err != nil {
		return rows.Row{}, unread(err)
	}
	var line bytes.Buffer
	if json.Compact(&line, body) != nil || line.Len() == 0 || line.Bytes()[0] != '{' {
		return rows.Row{}, &problem{Status: http.StatusBadRequest, Code: "json", Detail: "the body must be one JSON object: a letter"}
	}
	in, err := rows.NewReader(&line, rows.Options{Today: s.Now().UTC()})
	if err != nil {
		return rows.Row{}, unread(err)
	}
	row, err := in.Next()
	if err != nil {
		return row, unread(err)
	}
	if len(row.Bad) > 0 {
		return row, wrongLetter(row.Bad)
	}
	return row, nil
}

func wrongLetter(bad []sign.FieldError) *problem {
	return &problem{Status: http.StatusUnprocessableEntity, Code: "letter", Detail: "the letter breaks the schema", Fields: bad}
}

// wrongMedia refuses a body that is of another type, or compressed: what a
// small body swells to is not known before.
func wrongMedia(r *http.Request, want string) *problem {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != want || r.Header.Get("Content-Encoding") != "" {
		return &problem{Status: http.StatusUnsupportedMediaType, Code: "media-type", Detail: "the body must be " + want + ", not compressed"}
	}
	return nil
}

// unread is the problem of a body that could not be read.
func unread(err error) *problem {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large), errors.Is(err, rows.ErrTooLong):
		return &problem{Status: http.StatusRequestEntityTooLarge, Code: "too-large", Detail: "a letter may have 64 KiB, a batch 64 MiB and 100000 letters"}
	case errors.Is(err, os.ErrDeadlineExceeded):
		return &problem{Status: http.StatusRequestTimeout, Code: "slow", Detail: "ten seconds went by without a whole letter"}
	}
	return &problem{Status: http.StatusBadRequest, Code: "body", Detail: "the body could not be read"}
}
