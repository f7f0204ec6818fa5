// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"videoguida/tokengen/sign"
)

// problem is an error as RFC 9457 tells it.
type problem struct {
	Status int
	Code   string // stable; ends the type, urn:videoguida:problem:CODE
	Detail string // what to do about it
	Fields []sign.FieldError
	Wait   time.Duration // before it makes sense to try again
}

// field is a wrong field of a letter: its name and why, never its value.
type field struct {
	Field string `json:"field"`
	Code  string `json:"code"`
}

type problemBody struct {
	Type   string  `json:"type"`
	Title  string  `json:"title"`
	Status int     `json:"status"`
	Detail string  `json:"detail,omitempty"`
	Errors []field `json:"errors,omitempty"`
}

func fields(bad []sign.FieldError) (out []field) {
	for _, b := range bad {
		out = append(out, field{b.Field, b.Code})
	}
	return out
}

func (p problem) body() problemBody {
	return problemBody{"urn:videoguida:problem:" + p.Code, http.StatusText(p.Status), p.Status, p.Detail, fields(p.Fields)}
}

func (p problem) write(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	if p.Wait > 0 {
		h.Set("Retry-After", strconv.Itoa(int((p.Wait+time.Second-1)/time.Second)))
	}
	w.WriteHeader(p.Status)
	json.NewEncoder(w).Encode(p.body())
}
