// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice

import (
	"strings"

	"videoguida/player/l10n"
	"videoguida/player/timeline"
)

// Bank is the packs that a phone has loaded, all of one rate. It answers for a
// guide's voice.
type Bank struct{ packs []*Pack }

// NewBank returns a bank of packs. Packs of another rate than the first are
// left out: they could not be joined.
func NewBank(packs ...*Pack) *Bank {
	b := &Bank{}
	for _, p := range packs {
		if p.Rate == packs[0].Rate {
			b.packs = append(b.packs, p)
		}
	}
	return b
}

// Rate returns the bank's samples a second, 0 when it is empty.
func (b *Bank) Rate() int {
	if len(b.packs) == 0 {
		return 0
	}
	return b.packs[0].Rate
}

// Find returns the recording of a unit: one in another form rather than none.
func (b *Bank) Find(u Unit) (*Pack, *Clip, bool) {
	for _, form := range [...]Form{u.Form, Whole, Final, Medial} {
		for _, p := range b.packs {
			if c, ok := p.Find(Unit{form, u.Text}); ok {
				return p, c, true
			}
		}
	}
	return nil, nil, false
}

// Placed is a clip in a line.
type Placed struct {
	Pack  *Pack
	Clip  *Clip
	Piece Piece
	At    int // samples from the line's beginning
}

// Plan is how a line is said: its clips in order.
type Plan struct {
	Clips  []Placed
	Rate   int // samples a second
	Length int // samples
}

// Joins. Pieces of one breath overlap while one fades into the other: they were
// cut out of running speech. Where signs part them, speech pauses.
const (
	Fade     = 8   // ms
	Gap      = 160 // ms at a comma or colon beside a slot
	Sentence = 320 // ms between a slot and the sentence after it
)

// Plan places the clips of a spoken line; ok is false when a unit was not
// recorded, for a sentence is never said by two voices.
func (b *Bank) Plan(r l10n.Rendered) (plan Plan, ok bool) {
	plan.Rate = b.Rate()
	for i, piece := range Units(r) {
		pack, clip, ok := b.Find(piece.Unit)
		if !ok {
			return Plan{}, false
		}
		at := 0
		if i > 0 {
			before := plan.Clips[i-1].Piece
			at = plan.Length + join(before, r.Text[before.To:piece.From])*plan.Rate/1000
		}
		plan.Clips = append(plan.Clips, Placed{pack, clip, piece, at})
		plan.Length = at + clip.Samples
	}
	return plan, len(plan.Clips) > 0
}

// join returns the ms between two pieces, given the signs between them.
// Negative: they overlap.
func join(a Piece, between string) int {
	switch {
	case strings.ContainsAny(between, closing):
		return Sentence
	case strings.TrimSpace(between) != "" || strings.ContainsAny(last(a.Text), signs):
		return Gap
	}
	return -Fade
}

// last returns the last byte of a text.
func last(s string) string { return s[len(s)-1:] }

// Text returns what the clips say, in order, parted by spaces.
func (p *Plan) Text() string {
	said := make([]string, len(p.Clips))
	for i := range p.Clips {
		said[i] = p.Clips[i].Clip.Text
	}
	return strings.Join(said, " ")
}

// ms returns a length in samples as ms, rounded up.
func (p *Plan) ms(samples int) int { return (samples*1000 + p.Rate - 1) / p.Rate }

// Speech returns when the words of the line are said and how the lips move.
func (p *Plan) Speech() timeline.Speech {
	s := timeline.Speech{Length: p.ms(p.Length)}
	for i := range p.Clips {
		c := &p.Clips[i]
		at := p.ms(c.At)
		s.Words = append(s.Words, c.words(at)...)
		for _, m := range c.Clip.Mouths {
			s.Mouths = append(s.Mouths, timeline.Mouth{At: at + m.At, Shape: m.Shape})
		}
		if end := at + p.ms(c.Clip.Samples); i+1 == len(p.Clips) || p.ms(p.Clips[i+1].At) > end {
			s.Mouths = shut(s.Mouths, end)
		}
	}
	return s
}

// words returns a clip's words as words of the line. A clip that has none, or a
// name, is one.
func (c *Placed) words(at int) []timeline.Word {
	if len(c.Clip.Words) == 0 || c.Piece.Kind == "name" {
		return []timeline.Word{{Offset: c.Piece.From, At: at}}
	}
	out := make([]timeline.Word, len(c.Clip.Words))
	for i, w := range c.Clip.Words {
		out[i] = timeline.Word{Offset: c.Piece.From + w.From, At: at + w.At}
	}
	return out
}

// shut closes the mouth before a pause that begins at end ms.
func shut(mouths []timeline.Mouth, end int) []timeline.Mouth {
	if n := len(mouths); n > 0 && mouths[n-1].Shape != 0 {
		return append(mouths, timeline.Mouth{At: max(end, mouths[n-1].At)})
	}
	return mouths
}
