// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import "videoguida/player/paint"

// Type is how a text is set.
type Type struct {
	Weight paint.Weight
	Size   float32 // CSS px
	Color  paint.Color
	Center bool
}

// leading is the height of a line in ems; rise is where its baseline lies.
const (
	leading = 1.27
	rise    = 0.96
	dense   = 1.17 // the leading of the barest fit
)

// line is the height of a line of t.
func (p Pen) line(t Type) float32 {
	if p.Fit.Level == bare {
		return t.Size * dense
	}
	return t.Size * leading
}

// Body is running text.
func (p Pen) Body() Type { return Type{paint.SemiBold, p.Fit.Body, Ink, false} }

// Small is what goes under something bigger: as large as the body, quieter.
func (p Pen) Small() Type { return Type{paint.Regular, p.Fit.Body, Muted, false} }

// Prose is text to read at length.
func (p Pen) Prose() Type { return p.Small().In(Ink) }

// Strong is running text that stands out.
func (p Pen) Strong() Type { return Type{paint.Bold, p.Fit.Body, Ink, false} }

// Title heads a panel.
func (p Pen) Title() Type { return Type{paint.Bold, p.Fit.Title, Ink, false} }

// Figure is the one number that a panel is about.
func (p Pen) Figure() Type { return Type{paint.Bold, p.Fit.Figure, Deep, false} }

// In returns the type in another colour.
func (t Type) In(c paint.Color) Type {
	t.Color = c
	return t
}

// Centred returns the type centred in its area.
func (t Type) Centred() Type {
	t.Center = true
	return t
}

// TextHeight returns the height of s wrapped to w CSS px.
func (p Pen) TextHeight(s string, w float32, t Type) float32 {
	if s == "" {
		return 0
	}
	return float32(len(p.M.Fonts.Lines(s, w, t.Weight, t.Size))) * p.line(t)
}

// TextWidth returns the width of the longest line of s wrapped to w CSS px.
func (p Pen) TextWidth(s string, w float32, t Type) (width float32) {
	for _, run := range p.M.Fonts.Lines(s, w, t.Weight, t.Size) {
		width = max(width, run.Width)
	}
	return width
}

// LongestWord returns the width of the longest word of s.
func (p Pen) LongestWord(s string, t Type) float32 { return p.TextWidth(s, 1, t) }

// Text paints s wrapped to the width of r, from its top, and returns the
// height it took. The caller says the words.
func (p Pen) Text(s string, r paint.Rect, t Type) float32 {
	if s == "" {
		return 0
	}
	lines := p.M.Fonts.Lines(s, r.W, t.Weight, t.Size)
	if p.O != nil {
		for i, run := range lines {
			x := r.X
			if t.Center {
				x += (r.W - run.Width) / 2
			}
			p.O.Text(run.Text, paint.Point{X: x, Y: r.Y + float32(i)*p.line(t) + t.Size*rise}, t.Weight, t.Size, t.Color)
		}
	}
	return float32(len(lines)) * p.line(t)
}

// Middle paints s like Text, centred on the height of r.
func (p Pen) Middle(s string, r paint.Rect, t Type) {
	h := p.TextHeight(s, r.W, t)
	p.Text(s, paint.Rect{X: r.X, Y: r.Y + (r.H-h)/2, W: r.W, H: h}, t)
}
