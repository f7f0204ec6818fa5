// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package rows reads the letters of a campaign, one a row, from a table (CSV)
// or from JSON lines, and checks each against the schema of the token.
//
// A row is a letter_id and the facts that tokengen sign takes, by the same
// names: dates as YYYY-MM-DD, money as 1285.44, true or false, lists of a
// table parted by blanks. An empty cell is an absent fact. Three more columns
// say how the person may be told (email, phone, recipient); they are for
// notify and never enter a token.
//
// What is wrong is said by row, field and code, never by value: reports may be
// mailed around, the rows may not. A row that is wrong does not stop the rest.
//
//	letter_id,guide,name,applied,start,days,monthly,calc,year
//	L-0001,naspi,Maria,2026-11-15,2026-11-18,364,1144.71,soglia,2026
package rows

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"time"

	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

// MaxRow is the longest row, in bytes.
const MaxRow = 64 << 10

// ErrTooLong means that a row has no end in sight: reading stops there.
var ErrTooLong = errors.New("longer than 64 KiB: is a closing quote missing?")

// Row is one letter as it was written.
type Row struct {
	Number  int    // the line on which the row begins, as a spreadsheet counts: a table's header is 1
	Letter  string // letter_id, or empty when it is wrong
	Claims  token.Claims
	Contact Contact
	Sum     uint64            // of the text: tells whether an input changed between two readings
	Bad     []sign.FieldError // what is wrong with it; Claims and Contact then mean nothing
}

// Contact is how a person may be told that the guide is there. An empty field
// means not that way.
type Contact struct {
	Email     string
	Phone     string // + and digits
	Recipient string // who the gateways of App IO and MyINPS know; never a tax code
}

// Options is what holds for all rows of an input.
type Options struct {
	Today time.Time // the day of issue of rows that name none, and the one to judge by
	Camp  string    // the campaign of rows that name none
	Guide string    // the guide of rows that name none; empty: each must
}

// Reader reads rows. It is not safe for concurrent use.
type Reader struct {
	source source
	opts   Options
	seen   *seen
}

// source splits an input into rows of named values.
type source interface {
	// next returns a row's values, the line that it begins on and what is wrong
	// with its form; io.EOF at the end, another error when reading cannot go on.
	next() (record, error)
}

type record struct {
	line   int
	values map[string]any // as sign.ReadFacts takes them
	sum    uint64
	bad    []sign.FieldError
}

// NewReader looks at how in begins: a brace opens JSON lines, anything else is
// the header of a table, with commas or semicolons.
func NewReader(in io.Reader, o Options) (*Reader, error) {
	b := bufio.NewReaderSize(in, MaxRow)
	if bom, _ := b.Peek(3); string(bom) == "\xef\xbb\xbf" {
		b.Discard(3)
	}
	r := &Reader{opts: o, seen: newSeen()}
	begin, err := b.Peek(1)
	switch {
	case err == io.EOF:
		return nil, errors.New("there are no rows: the input is empty")
	case err != nil:
		return nil, err
	case begin[0] == '{':
		r.source = &jsonLines{in: b}
		return r, nil
	}
	r.source, err = newTable(b)
	return r, err
}

// Next returns the next row, good or bad; io.EOF after the last. Another error
// means that the input cannot be read further.
func (r *Reader) Next() (Row, error) {
	rec, err := r.source.next()
	if err != nil {
		if err != io.EOF {
			err = fmt.Errorf("row %d: %w", rec.line, err)
		}
		return Row{}, err
	}
	row := Row{Number: rec.line, Sum: rec.sum, Bad: rec.bad}
	if len(row.Bad) == 0 {
		r.fill(&row, rec.values)
	}
	return row, nil
}

// fill reads the values of a row that is well formed.
func (r *Reader) fill(row *Row, values map[string]any) {
	row.letter(values)
	row.contact(values)
	row.Bad = append(row.Bad, reserved(values)...)
	given := func(name string) bool { _, ok := values[name]; return ok }
	if r.opts.Guide != "" && !given("guide") {
		values["guide"] = r.opts.Guide
	}
	if r.opts.Camp != "" && !given("camp") {
		values["camp"] = r.opts.Camp
	}
	row.Bad = append(row.Bad, incomplete(values)...)
	c, bad := sign.ReadFacts(values, r.opts.Today)
	if row.Bad = append(row.Bad, bad...); len(row.Bad) == 0 {
		row.Claims, row.Bad = sign.Check(c)
		row.Claims.Ch = ""
		row.Bad = append(row.Bad, untimely(row.Claims, r.opts.Today)...)
	}
	if row.Letter != "" && !r.seen.first(row.Letter) {
		row.Bad = append(row.Bad, sign.FieldError{Field: "letter_id", Code: "is that of an earlier row"})
	}
}
