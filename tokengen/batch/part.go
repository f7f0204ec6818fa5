// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"videoguida/tokengen/letter"
	"videoguida/tokengen/manifest"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/pdf"
	"videoguida/tokengen/qr"
	"videoguida/tokengen/rows"
	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

// made is a part that is ready to enter the folder.
type made struct {
	entry                  entry
	tokens, rejected, sums []byte // what the part adds to the common files
	entrants               []entrant
	err                    error
}

// drop takes away what a part made that does not enter. What stays behind is
// swept away the next time.
func (m made) drop() {
	for _, e := range m.entrants {
		e.drop()
	}
}

// work makes parts until there are none.
func work(todo <-chan job, c *Config) {
	m := &maker{c: c}
	for j := range todo {
		j.result <- m.part(j)
	}
}

// maker makes parts, with memory that it keeps from one to the next.
type maker struct {
	c       *Config
	made    made
	packer  pack.Packer
	drawer  qr.Drawer
	runs    []qr.Run
	deflate pdf.Deflater
	words   map[string]*letter.Words
	refused *csv.Writer
	print   *printer
	tries   tries
}

// channel is one token of a letter.
type channel struct {
	name   string
	claims token.Claims
	jwt    string
	packed pack.Packed
	link   string // what the code says
}

// part makes everything of a part.
func (m *maker) part(j job) made {
	m.made = made{
		entry:  entry{Part: j.number, Rows: len(j.rows), Sum: j.sum, Versions: map[string]int{}},
		tokens: make([]byte, 0, cap(m.made.tokens)), // as much as the part before took
	}
	var rejected bytes.Buffer
	m.refused = csv.NewWriter(&rejected)
	m.words = map[string]*letter.Words{}
	m.tries = newTries(j.number, len(j.rows), m.c)
	m.print, m.made.err = newPrinter(m.c, j.number, &m.deflate)
	for _, row := range j.rows {
		if m.made.err == nil {
			m.made.err = m.row(row)
		}
	}
	m.refused.Flush()
	m.made.rejected = rejected.Bytes()
	m.made.err = errors.Join(m.made.err, m.print.close())
	m.made.entrants, m.made.sums = m.print.entrants(), m.print.sums
	for _, f := range m.print.files {
		m.made.entry.Files = append(m.made.entry.Files, f.entry())
	}
	return m.made
}

// row makes one letter, or says why not.
func (m *maker) row(row rows.Row) error {
	if len(row.Bad) > 0 {
		m.refuse(row, row.Bad)
		return nil
	}
	all := make([]channel, 0, len(m.c.Channels))
	for _, name := range m.c.Channels {
		ch, err := m.issue(row, name)
		if err != nil {
			return fmt.Errorf("row %d: %w", row.Number, err)
		}
		all = append(all, ch)
	}
	version, err := m.code(row, all)
	if errors.Is(err, qr.ErrTooLong) {
		m.refuse(row, []sign.FieldError{{Field: "row", Code: "makes a code too fine to print: shorten the address or leave facts out"}})
		return nil
	}
	if err != nil {
		return fmt.Errorf("row %d: %w", row.Number, err)
	}
	for _, ch := range all {
		m.list(row, ch, version)
	}
	m.made.entry.Letters++
	return nil
}

// refuse notes what is wrong with a row, never what it says.
func (m *maker) refuse(row rows.Row, bad []sign.FieldError) {
	m.made.entry.Rejected++
	for _, b := range bad {
		m.refused.Write([]string{strconv.Itoa(row.Number), row.Letter, b.Field, b.Code}) // to memory
	}
}

// issue signs and packs a letter's token for one channel.
func (m *maker) issue(row rows.Row, name string) (ch channel, err error) {
	ch = channel{name: name, claims: row.Claims}
	ch.claims.Ch = name
	ch.claims.Jti = sign.LetterJti(m.c.IDs, m.c.Batch, row.Letter, name)
	if ch.jwt, err = m.c.Signer.Sign(ch.claims); err != nil {
		return ch, err
	}
	ch.packed, err = m.packer.Pack(ch.jwt)
	if errors.Is(err, pack.ErrUnpackable) {
		ch.packed = pack.Packed{Digits: ch.jwt, Base64: ch.jwt} // it travels as it is
		err = nil
	}
	ch.link = m.c.Base + "#" + ch.packed.Digits
	return ch, err
}

// code draws the letter's code, if one of its channels is print.
func (m *maker) code(row rows.Row, all []channel) (version int, err error) {
	i := slices.IndexFunc(all, func(ch channel) bool { return ch.name == "qr" })
	if i < 0 {
		return 0, nil
	}
	link := all[i].link
	tried := m.tries.due()
	if !tried && !m.print.draws() {
		version, err = qr.Version(link, Least(row.Claims.Guide))
	} else {
		version, err = m.draw(row, link, tried)
	}
	if err == nil {
		m.made.entry.Versions[strconv.Itoa(version)]++
	}
	return version, err
}

func (m *maker) draw(row rows.Row, link string, tried bool) (version int, err error) {
	code, err := m.drawer.Draw(link, Least(row.Claims.Guide))
	if err != nil {
		return 0, err
	}
	if tried {
		if code, err = m.prove(code, row, link); err != nil {
			return 0, err
		}
	}
	m.runs = code.AppendRuns(m.runs[:0])
	return code.Version, m.print.letter(row.Letter, code, m.runs, m.wordsOf(row.Claims))
}

// prove tries a code. One that is not read is laid under the next mask: of
// 5,000 codes five are not read under the first, and each is under another.
func (m *maker) prove(code qr.Code, row rows.Row, link string) (qr.Code, error) {
	p := &m.made.entry.Proof
	p.Tried++
	if m.c.Wear.Try(code, link) {
		p.Read++
		return code, nil
	}
	for mask := 1; mask < qr.Masks; mask++ {
		other, err := m.drawer.DrawMask(link, Least(row.Claims.Guide), mask)
		if err != nil {
			return qr.Code{}, err
		}
		if m.c.Wear.Try(other, link) {
			p.Read++
			p.Redrawn++
			return other, nil
		}
	}
	return code, nil
}

// Least is the smallest version in which a guide's codes are drawn: nearly all
// its letters fit, so their codes are of one size.
func Least(guide string) int {
	if guide == "pension" {
		return 11
	}
	return 10
}

// wordsOf returns the words of a letter, the same ones for letters that say the
// same.
func (m *maker) wordsOf(c token.Claims) *letter.Words {
	key := c.Lang + strconv.FormatInt(c.Exp, 10)
	if m.words[key] == nil {
		w := m.c.Words(c.Lang, c.Exp)
		m.words[key] = &w
	}
	return m.words[key]
}

// list adds a token's line to tokens.csv. No field needs quotes.
func (m *maker) list(row rows.Row, ch channel, version int) {
	b := append(m.made.tokens, row.Letter...)
	b = append(b, ',')
	b = append(b, ch.name...)
	b = append(b, ","+m.c.Base+"#"...)
	b = append(b, ch.jwt...)
	b = append(b, ',')
	b = append(b, ch.link...)
	b = append(b, ',')
	if ch.name == "qr" {
		b = strconv.AppendInt(b, int64(version), 10)
	}
	b = append(b, ',')
	b = time.Unix(ch.claims.Exp, 0).UTC().AppendFormat(b, time.DateOnly)
	b = append(b, ","+m.c.Base+"#"...)
	b = append(b, ch.packed.Base64...)
	m.made.tokens = append(b, '\n')
	e := &m.made.entry
	e.Tokens++
	if ch.packed.Digits == ch.jwt {
		e.Raw++
	}
	e.Counts = manifest.Add(e.Counts, manifest.Count{Camp: ch.claims.Camp, Channel: ch.name, Guide: ch.claims.Guide, Tokens: 1})
}

// tries spreads the codes that are worn and read back over a part.
type tries struct {
	every, seen int
}

// newTries takes a sample of the first part, and one code of every other.
func newTries(part, rows int, c *Config) tries {
	switch {
	case c.Rate == 0:
		return tries{}
	case part > 1:
		return tries{every: rows}
	}
	return tries{every: max(1, rows/max(1, c.Sample))}
}

func (t *tries) due() bool {
	t.seen++
	return t.every > 0 && (t.seen-1)%t.every == 0
}
