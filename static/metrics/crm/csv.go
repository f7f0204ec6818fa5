// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package crm compares how often people contact the institute about topics that
// the guide explains with how often they do about other topics, before and
// after the guide began: a difference in differences.
//
// It takes daily sums from the institute's contact system, never a contact. Its
// words are "variazione associata": the guide was not given by lot, and a
// comparison of topics cannot tell what caused a change.
package crm

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"
)

// Row is a day's contacts about one topic through one channel.
type Row struct {
	Day        string // YYYY-MM-DD
	Topic      string
	Channel    string
	Contacts   int64
	Population int64 // people the topic concerns on that day
	Treated    bool  // the guide was being given for the topic on that day
}

// Header is the first line of a file.
var Header = []string{"day", "topic", "channel", "contacts", "population_at_risk", "treated"}

// Limits of a file.
const (
	MaxBytes  = 32 << 20
	maxRows   = 500_000
	maxWord   = 60 // characters of a topic or channel
	maxNumber = 100_000_000
)

// Read reads a file. Errors name the line and the column, never a value.
func Read(r io.Reader) ([]Row, error) {
	c := csv.NewReader(&limited{r: r, left: MaxBytes})
	c.ReuseRecord = true
	c.FieldsPerRecord = len(Header)
	head, err := c.Read()
	if err != nil || !slices.Equal(trimBOM(head), Header) {
		return nil, errors.Join(fmt.Errorf("line 1: not the header %q", join(Header)), wrong(err))
	}
	var rows []Row
	seen := map[[3]string]bool{}
	for {
		f, err := c.Read()
		if errors.Is(err, io.EOF) {
			return rows, none(rows)
		}
		if err != nil {
			return nil, wrong(err)
		}
		line, _ := c.FieldPos(0)
		row, err := parse(f)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		k := [3]string{row.Day, row.Topic, row.Channel}
		if seen[k] {
			return nil, fmt.Errorf("line %d: the same day, topic and channel twice", line)
		}
		seen[k] = true
		if rows = append(rows, row); len(rows) > maxRows {
			return nil, fmt.Errorf("more than %d rows", maxRows)
		}
	}
}

func none(rows []Row) error {
	if len(rows) == 0 {
		return errors.New("no rows")
	}
	return nil
}

func join(words []string) (s string) {
	for i, w := range words {
		if i > 0 {
			s += ","
		}
		s += w
	}
	return s
}

func trimBOM(head []string) []string {
	if len(head) > 0 && len(head[0]) > 3 && head[0][:3] == "\ufeff" {
		head[0] = head[0][3:]
	}
	return head
}

// wrong keeps the line and the kind of a CSV error: its own text is safe.
func wrong(err error) error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return fmt.Errorf("line %d: %w", p.Line, p.Err)
	}
	return err
}

func parse(f []string) (r Row, err error) {
	r = Row{Day: f[0], Topic: f[1], Channel: f[2]}
	if _, err := time.Parse(time.DateOnly, r.Day); err != nil || r.Day < "2000" || r.Day > "2100" {
		return r, errors.New("day: not a date YYYY-MM-DD")
	}
	for i, s := range []string{r.Topic, r.Channel} {
		if !word(s) {
			return r, fmt.Errorf("%s: not 1 to %d letters, digits, spaces or signs", Header[1+i], maxWord)
		}
	}
	if r.Contacts, err = number(f[3]); err != nil {
		return r, fmt.Errorf("contacts: %w", err)
	}
	if r.Population, err = number(f[4]); err != nil {
		return r, fmt.Errorf("population_at_risk: %w", err)
	}
	if r.Population == 0 {
		return r, errors.New("population_at_risk: zero")
	}
	if f[5] != "0" && f[5] != "1" {
		return r, errors.New("treated: neither 0 nor 1")
	}
	r.Treated = f[5] == "1"
	return r, nil
}

func word(s string) bool {
	if n := utf8.RuneCountInString(s); n < 1 || n > maxWord || !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return false
		}
	}
	return true
}

func number(s string) (int64, error) {
	n, err := strconv.ParseUint(s, 10, 32)
	if err != nil || n > maxNumber {
		return 0, fmt.Errorf("not a whole number up to %d", maxNumber)
	}
	return int64(n), nil
}

// limited fails when more is read than is left.
type limited struct {
	r    io.Reader
	left int
}

// Read implements io.Reader.
func (l *limited) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if l.left -= n; l.left < 0 {
		return 0, fmt.Errorf("more than %d MB", MaxBytes>>20)
	}
	return n, err
}
