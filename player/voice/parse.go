// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a pack file. What exceeds them is damaged, not large.
const (
	maxFile  = 16 << 20 // bytes
	maxClips = 20_000
	maxText  = 2_000 // bytes of a unit's text
	maxClip  = 60    // s of one clip
	maxGain  = 16_000
)

// Errors of Parse.
var (
	errMagic  = errors.New("voice: not a voice pack")
	errFile   = errors.New("voice: the pack's size is not what it says")
	errHead   = errors.New("voice: the index's first line is damaged")
	errFields = errors.New("voice: a clip has not nine fields")
	errForm   = errors.New("voice: a clip's form is unknown")
	errNumber = errors.New("voice: a clip's number is out of range")
	errBlob   = errors.New("voice: a clip lies outside the pack")
	errWords  = errors.New("voice: a clip's words are damaged")
	errMouths = errors.New("voice: a clip's mouths are damaged")
	errText   = errors.New("voice: a clip's text is damaged")
	errOrder  = errors.New("voice: the clips are not in order")
)

// Parse reads a pack file. An error names the field that is damaged, never its
// value. The pack keeps b.
func Parse(b []byte) (*Pack, error) {
	if len(b) < len(magic)+4 || !bytes.HasPrefix(b, []byte(magic)) {
		return nil, errMagic
	}
	n, rest := binary.LittleEndian.Uint32(b[len(magic):]), b[len(magic)+4:]
	if len(b) > maxFile || uint64(n) > uint64(len(rest)) {
		return nil, errFile
	}
	index := string(rest[:n])
	if !utf8.ValidString(index) {
		return nil, errText
	}
	p := &Pack{Blobs: rest[n:]}
	head, lines, _ := strings.Cut(index, "\n")
	if !p.heading(head) {
		return nil, errHead
	}
	for line := range strings.Lines(lines) {
		c, err := p.clip(strings.TrimSuffix(line, "\n"))
		if err != nil {
			return nil, err
		}
		p.Clips = append(p.Clips, c)
	}
	if !p.sorted() || len(p.Clips) > maxClips {
		return nil, errOrder
	}
	return p, nil
}

// heading reads "voicebank 1 it naspi 24000 1105".
func (p *Pack) heading(line string) bool {
	rest, ok := strings.CutPrefix(line, heading+" ")
	f := strings.Split(rest, " ")
	if !ok || len(f) != 4 || !tag(f[0]) || !tag(f[1]) {
		return false
	}
	p.Lang, p.Name = f[0], f[1]
	var okRate, okDelay bool
	p.Rate, okRate = decimal(f[2], 48_000)
	p.Delay, okDelay = decimal(f[3], 48_000)
	return okRate && okDelay && p.Rate >= 8_000
}

// tag reports whether s is a short word of small letters, digits and hyphens.
func tag(s string) bool {
	return s != "" && len(s) <= 32 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// decimal reads a whole number from 0 to most, written one way only.
func decimal(s string, most int) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && n <= most && strconv.Itoa(n) == s
}

// clip reads a line of the index.
func (p *Pack) clip(line string) (Clip, error) {
	f := strings.Split(line, "\t")
	if len(f) != 9 {
		return Clip{}, errFields
	}
	c := Clip{Unit: Unit{Text: f[8]}}
	if len(f[0]) != 1 || !strings.Contains("mfw", f[0]) {
		return c, errForm
	}
	c.Form = Form(f[0][0])
	if c.Text == "" || len(c.Text) > maxText || strings.ContainsFunc(c.Text, unicode.IsControl) {
		return c, errText
	}
	longest := maxClip * p.Rate
	for i, to := range [...]struct {
		n    *int
		most int
	}{{&c.Offset, maxFile}, {&c.Length, maxFile}, {&c.Samples, longest}, {&c.Head, longest}, {&c.Gain, maxGain}} {
		var ok bool
		if *to.n, ok = decimal(f[i+1], to.most); !ok {
			return c, errNumber
		}
	}
	if c.Offset+c.Length > len(p.Blobs) {
		return c, errBlob
	}
	var ok bool
	if c.Words, ok = readWords(f[6], len(c.Text)); !ok {
		return c, errWords
	}
	if c.Mouths, ok = readMouths(f[7]); !ok {
		return c, errMouths
	}
	return c, nil
}

// readWords reads "ms:from:to,…": in order, within the text.
func readWords(s string, size int) (words []Word, ok bool) {
	if s == "" {
		return nil, true
	}
	last := Word{}
	for _, word := range strings.Split(s, ",") {
		f := strings.Split(word, ":")
		if len(f) != 3 {
			return nil, false
		}
		at, ok1 := decimal(f[0], maxClip*1000)
		from, ok2 := decimal(f[1], size)
		to, ok3 := decimal(f[2], size)
		if !ok1 || !ok2 || !ok3 || at < last.At || from < last.To || to <= from {
			return nil, false
		}
		last = Word{at, from, to}
		words = append(words, last)
	}
	return words, true
}

// readMouths reads two characters per event; a repeated shape only waits.
func readMouths(s string) (out []Mouth, ok bool) {
	if len(s)%2 != 0 || len(s) > 4*maxClip*1000/tick {
		return nil, false
	}
	at, shape := 0, byte(0)
	for ; s != ""; s = s[2:] {
		wait, next := strings.IndexByte(sextets, s[0]), s[1]-'0'
		if wait < 0 || next >= Shapes {
			return nil, false
		}
		at += wait * tick
		if next != shape {
			out = append(out, Mouth{at, next})
			shape = next
		}
	}
	return out, true
}
