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
	e := ui.Ease(p.LabelSince(id), ui.Entry)
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

// dashes paints a broken line from (x, y), w px long and thick px high.
func dashes(p ui.Pen, x, y, w, thick float32, c paint.Color) {
	for d := float32(0); d < w; d += 10 {
		p.Box(paint.Rect{X: x + d, Y: y - thick/2, W: min(6, w-d), H: thick}, thick/2, c)
	}
}

// hatch paints upright stripes over r: what is taken away or not yet whole.
func hatch(p ui.Pen, r paint.Rect, c paint.Color) {
	for x := float32(3); x < r.W-2; x += 8 {
		p.Box(paint.Rect{X: r.X + x, Y: r.Y, W: min(3, r.W-x), H: r.H}, 0, c)
	}
}

// medal paints an icon on a round ground of the given diameter.
func medal(p ui.Pen, n icon.Name, x, y, d float32, ink, ground paint.Color) {
	p.Disc(x, y, d/2, ground)
	p.Icon(n, x, y, d*0.6, ink)
}

// art is embedded by what only decorates: it is left out of bare fits.
type art struct{}

// Since implements part of ui.Block.
func (art) Since(ui.Pen) int { return ui.Here }

// Height implements part of ui.Block.
func (art) Height(p ui.Pen, _ float32) float32 { return p.Fit.Art }
