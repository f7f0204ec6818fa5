// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"strings"

	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// label paints a message centred in r and says it, fading in with its marker.
func label(p ui.Pen, id string, r paint.Rect, t ui.Type) {
	e := p.Enter(p.LabelSince(id))
	if e <= 0 {
		return
	}
	saved := p.Shift(0, e)
	p.Middle(p.Word(id), r, t)
	p.Restore(saved)
	p.Say(a11y.Node{ID: id, Name: p.Word(id)}, r)
}

// parts divides "Primo pagamento: 11 dicembre 2026" into what and when.
func parts(s string) (what, when string) {
	if i := strings.Index(s, ": "); i > 0 {
		return s[:i+1], s[i+2:]
	}
	return "", s
}

// dashes paints a broken line along r.
func dashes(p ui.Pen, r paint.Rect, c paint.Color) {
	for d := float32(0); d < r.W; d += 10 {
		p.Box(paint.Rect{X: r.X + d, Y: r.Y, W: min(6, r.W-d), H: r.H}, r.H/2, c)
	}
}

// hatch paints upright stripes over r: what is taken away or not yet whole.
func hatch(p ui.Pen, r paint.Rect, c paint.Color) {
	for x := float32(3); x < r.W-2; x += 8 {
		p.Box(paint.Rect{X: r.X + x, Y: r.Y, W: min(3, r.W-x), H: r.H}, 0, c)
	}
}

// tone is the colours of a medal.
type tone struct{ ink, ground paint.Color }

// medal paints an icon on a round ground.
func medal(p ui.Pen, n icon.Name, at paint.Rect, t tone) {
	p.Box(at, at.W/2, t.ground)
	p.Icon(n, at.Inset(at.W*0.2), t.ink)
}

// art is embedded by what only decorates: it is left out of bare fits.
type art struct{}

// Since implements part of ui.Block.
func (art) Since(ui.Pen) int { return ui.Here }

// Height implements part of ui.Block.
func (art) Height(p ui.Pen, _ float32) float32 { return p.Fit.Art }
