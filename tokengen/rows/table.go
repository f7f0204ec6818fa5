// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package rows

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"videoguida/tokengen/sign"
)

// Columns are the names that a table's header may use, in the order in which
// they are best written.
var Columns = []string{
	"letter_id", "guide", "name", "lang", "camp", "arm", "iat", "exp", "contacts",
	"applied", "start", "days", "monthly", "over55", "calc", "year", "first_pay", "income",
	"fund", "method", "gross", "net", "irpef", "local_tax", "deductions", "arrears", "thirteenth", "payer", "taxed",
	"linked", "red", "red_by",
	"email", "phone", "recipient",
}

// table reads CSV with a header.
type table struct {
	csv    *csv.Reader
	meter  *meter
	header []string
	line   int // of the last row read
}

func newTable(in *bufio.Reader) (*table, error) {
	m := &meter{in: in, left: MaxRow}
	t := &table{csv: csv.NewReader(m), meter: m, line: 1}
	t.csv.FieldsPerRecord, t.csv.ReuseRecord = -1, true
	if semicolons(in) {
		t.csv.Comma = ';'
	}
	header, err := t.csv.Read()
	if err != nil {
		return nil, fmt.Errorf("row 1, the header: %w", plain(err))
	}
	t.header = slices.Clone(header)
	return t, t.known()
}

// semicolons tells whether they part the cells of the first line, as they do
// where the comma parts euros and cents.
func semicolons(in *bufio.Reader) bool {
	head, err := in.Peek(in.Buffered())
	for err == nil && bytes.IndexByte(head, '\n') < 0 {
		_, err = in.Peek(len(head) + 1)
		head, _ = in.Peek(in.Buffered())
	}
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.Count(line, []byte(";")) > bytes.Count(line, []byte(","))
}

// known checks the header. It names columns by their place: without a header
// the first row's values would stand there.
func (t *table) known() error {
	for i, name := range t.header {
		t.header[i] = strings.TrimSpace(name)
		switch {
		case !slices.Contains(Columns, t.header[i]):
			return fmt.Errorf("row 1: column %d has no name that is known. The first row must name the columns, among:\n  %s",
				i+1, strings.Join(Columns, " "))
		case slices.Contains(t.header[:i], t.header[i]):
			return fmt.Errorf("row 1: column %d has the name of an earlier one, %s", i+1, t.header[i])
		}
	}
	return nil
}

func (t *table) next() (record, error) {
	t.meter.left = MaxRow
	cells, err := t.csv.Read()
	var form *csv.ParseError
	if errors.As(err, &form) {
		t.line = form.Line
		return record{line: form.StartLine, bad: []sign.FieldError{{Field: "row", Code: plain(err).Error()}}}, nil
	}
	if err != nil {
		return record{line: t.line + 1}, err
	}
	t.line, _ = t.csv.FieldPos(0)
	rec := record{line: t.line, sum: sum(t.header, cells)}
	if len(cells) != len(t.header) {
		rec.bad = []sign.FieldError{{Field: "row", Code: fmt.Sprintf("has %d cells, the header %d", len(cells), len(t.header))}}
		return rec, nil
	}
	rec.values, rec.bad = t.values(cells)
	return rec, nil
}

func (t *table) values(cells []string) (map[string]any, []sign.FieldError) {
	m := make(map[string]any, len(cells)+2)
	var bad []sign.FieldError
	for i, c := range cells {
		if !utf8.ValidString(c) {
			bad = append(bad, sign.FieldError{Field: t.header[i], Code: "is not UTF-8 text: export the table as UTF-8"})
		}
		if c = strings.TrimSpace(c); c != "" {
			m[t.header[i]] = sign.Cell(strings.Clone(c))
		}
	}
	return m, bad
}

// sum is of the names too: under another header the same cells say something
// else.
func sum(names, cells []string) uint64 {
	h := fnv.New64a()
	for _, part := range [][]string{names, cells} {
		for _, c := range part {
			io.WriteString(h, c)
			h.Write([]byte{0})
		}
	}
	return h.Sum64()
}

// plain returns what is wrong with the form of a table, without the place,
// which the row tells.
func plain(err error) error {
	var form *csv.ParseError
	switch {
	case !errors.As(err, &form):
		return err
	case errors.Is(form.Err, csv.ErrQuote), errors.Is(form.Err, csv.ErrBareQuote):
		return errors.New(`has a stray quote: write "" for a quote inside quotes`)
	}
	return errors.New("is not well formed")
}

// meter refuses to read a row that never ends: csv.Reader would keep it all.
type meter struct {
	in   io.Reader
	left int // bytes that the row may still take, those read ahead included
}

func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, ErrTooLong
	}
	n, err := m.in.Read(p[:min(len(p), m.left)])
	m.left -= n
	return n, err
}
