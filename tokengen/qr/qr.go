// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package qr draws the QR codes of letters: small, all of one size, and ready
// for print.
//
// A link that ends in digits is drawn in two segments, bytes and numbers,
// which is what makes the code of a letter small enough (see tokengen/pack).
// Error correction is M: up to 15 per cent of the code may be lost. All sizes
// count modules, the squares that a code is made of; on paper a module is
// ModuleMM wide when there is room.
package qr

import (
	"errors"
	"math/bits"
	"slices"

	"rsc.io/qr/coding"
)

// Sizes on paper.
const (
	Quiet     = 4                 // modules that stay white on each side
	Dots      = 7                 // of a 300-dpi printer, on a module's side
	ModuleMM  = Dots * 25.4 / 300 // a module, 0.593 mm
	FloorMM   = 0.5               // the smallest module that cheap cameras read
	ReserveMM = 44.0              // the side of the place that a letter keeps for its code
)

// ErrTooLong means that a link makes a code that is too fine for its place.
var ErrTooLong = errors.New("qr: the link is too long for a code that prints well")

// maxVersion is the largest whose modules keep FloorMM in ReserveMM.
const maxVersion = 15

// Code is a drawn code.
type Code struct {
	Version int      // 1 to 40; Size is 17 + 4 Version
	Size    int      // modules on a side, without the quiet zone
	rows    []uint64 // bits of modules, the leftmost highest; words of them a row
}

// words is how many words hold a row of the largest code, which is white
// behind its end.
const words = 3

// Black tells whether a module is black; outside of the code none is.
func (c Code) Black(x, y int) bool {
	return 0 <= x && x < c.Size && 0 <= y && y < c.Size && c.rows[y*words+x/64]>>(63-x%64)&1 != 0
}

// Outer returns the modules on a side, quiet zone included.
func (c Code) Outer() int { return c.Size + 2*Quiet }

// Module returns how wide a module is on paper, mm: ModuleMM, or what ReserveMM
// allows.
func (c Code) Module() float64 { return min(ModuleMM, ReserveMM/float64(c.Outer())) }

// Drawer draws many codes. The zero value is ready; it is not safe for
// concurrent use.
type Drawer struct {
	plans [coding.MaxVersion + 1][Masks]*plan
	bits  coding.Bits
}

// Draw draws a link in the smallest code that holds it, of version least or
// more, so that letters of one kind look alike.
func (d *Drawer) Draw(link string, least int) (Code, error) {
	return d.draw(link, least, maxVersion, 0)
}

// Masks is how many patterns a code may be laid under (ISO/IEC 18004, 7.8).
const Masks = 8

// DrawMask is Draw under mask, 0 to Masks - 1; Draw takes 0. Links are random
// digits, so no mask is better than another, but now and then one makes a
// picture that a decoder misreads: then the same link is read under the next.
func (d *Drawer) DrawMask(link string, least, mask int) (Code, error) {
	return d.draw(link, least, maxVersion, mask)
}

// DrawAny draws a link however fine its code becomes: for screens and for
// comparing.
func (d *Drawer) DrawAny(link string) (Code, error) {
	return d.draw(link, coding.MinVersion, coding.MaxVersion, 0)
}

func (d *Drawer) draw(link string, least, most, mask int) (Code, error) {
	parts := segments(link)
	v, err := fit(parts, least, most)
	if err != nil {
		return Code{}, err
	}
	pl := &d.plans[v][mask]
	if *pl == nil {
		if *pl, err = newPlan(v, coding.Mask(mask)); err != nil {
			return Code{}, err
		}
	}
	d.bits.Reset()
	for _, p := range parts {
		if err := p.Check(); err != nil {
			return Code{}, err
		}
		p.Encode(&d.bits, v)
	}
	d.bits.AddCheckBytes(v, coding.M)
	return (*pl).paint(d.bits.Bytes()), nil
}

// plan is what all codes of a version and mask have in common, and where each bit of
// the others goes.
type plan struct {
	version coding.Version
	size    int
	rows    []uint64
	places  []int // of each bit: its row's first word times 64, plus its column
}

func newPlan(v coding.Version, mask coding.Mask) (*plan, error) {
	p, err := coding.NewPlan(v, coding.M, mask)
	if err != nil {
		return nil, err
	}
	n := len(p.Pixel)
	out := &plan{version: v, size: n, rows: make([]uint64, n*words), places: make([]int, 8*(p.DataBytes+p.CheckBytes))}
	for y, row := range p.Pixel {
		for x, px := range row {
			if px&coding.Black != 0 {
				out.rows[y*words+x/64] |= 1 << (63 - x%64)
			}
			if r := px.Role(); r == coding.Data || r == coding.Check {
				out.places[px.Offset()] = y*words*64 + x
			}
		}
	}
	return out, nil
}

// paint turns over the modules of the bits that are set.
func (p *plan) paint(data []byte) Code {
	c := Code{int(p.version), p.size, slices.Clone(p.rows)}
	for i, b := range data {
		for b != 0 {
			bit := bits.LeadingZeros8(b)
			b &^= 0x80 >> bit
			at := p.places[8*i+bit]
			c.rows[at/64] ^= 1 << (63 - at%64)
		}
	}
	return c
}

// Version returns the version that Draw draws a link in.
func Version(link string, least int) (int, error) {
	v, err := fit(segments(link), least, maxVersion)
	return int(v), err
}

// fit returns the smallest version that holds the segments.
func fit(parts []coding.Encoding, least, most int) (coding.Version, error) {
	for v := coding.Version(least); int(v) <= most; v++ {
		size := 0
		for _, p := range parts {
			size += p.Bits(v)
		}
		if size <= v.DataBytes(coding.M)*8 {
			return v, nil
		}
	}
	return 0, ErrTooLong
}

// segments splits a link into a byte part and, when it ends in many digits, a
// numeric part: a QR code holds digits densest.
func segments(link string) []coding.Encoding {
	i := len(link)
	for i > 0 && '0' <= link[i-1] && link[i-1] <= '9' {
		i--
	}
	if len(link)-i < 20 {
		return []coding.Encoding{coding.String(link)}
	}
	return []coding.Encoding{coding.String(link[:i]), coding.Num(link[i:])}
}

// Run is a row's stretch of black modules.
type Run struct{ X, Y, W int }

// AppendRuns appends the black runs of a code, row by row: the fewest
// rectangles that a row can be printed with.
func (c Code) AppendRuns(runs []Run) []Run {
	for y := range c.Size {
		from, last := -1, uint64(0)
		for i, word := range c.rows[y*words : (y+1)*words] {
			edges := word ^ (word>>1 | last<<63)
			last = word & 1
			for edges != 0 {
				bit := bits.LeadingZeros64(edges)
				edges &^= 1 << (63 - bit)
				if from < 0 {
					from = i*64 + bit
					continue
				}
				runs = append(runs, Run{from, y, i*64 + bit - from})
				from = -1
			}
		}
	}
	return runs
}

// AppendSmall appends a number of 0 to 999, a side's modules, in decimal. Codes
// are drawn with a thousand such numbers each.
func AppendSmall(b []byte, n int) []byte {
	switch {
	case n < 10:
		return append(b, byte('0'+n))
	case n < 100:
		return append(b, byte('0'+n/10), byte('0'+n%10))
	}
	return append(b, byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10))
}
