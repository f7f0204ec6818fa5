package main

import (
	"fmt"
	"os"
	"strings"

	"videoguida/player/avatar"
	"videoguida/player/paint"
)

// Size of the poster, CSS px: the officer from the waist up.
const posterW, posterH = 620, 700

// writePoster draws the officer at rest as an SVG file, the picture that a
// page shows before any program has loaded.
func writePoster(path string) error {
	rig := avatar.New()
	pose, _ := avatar.Expression("smile")
	var ops paint.Ops
	rig.Paint(&ops, paint.Translate(-190, -70), pose)
	var c svg
	ops.Replay(&c, 1)
	return os.WriteFile(path, []byte(c.document(posterW, posterH)), 0o644)
}

// svg is a paint.Canvas that writes the drawing down. It knows what an avatar
// is made of, shapes; boxes and text belong to the page.
type svg struct {
	defs, body strings.Builder
	ramps      int
}

func (c *svg) Box(paint.Rect, float32, float32, paint.Color) {}

func (c *svg) Text(string, paint.Point, paint.Weight, float32, paint.Color) {}

func (c *svg) Shape(s *paint.Shape, m paint.Matrix, opacity float32) {
	fill, alpha := hex(s.Fill), float32(s.Fill.A)/255*opacity
	if s.Ramp != nil {
		fill, alpha = c.gradient(s.Ramp, m), opacity
	}
	fmt.Fprintf(&c.body, `<path fill="%s"`, fill)
	if alpha < 0.999 {
		fmt.Fprintf(&c.body, ` fill-opacity="%.2f"`, alpha)
	}
	fmt.Fprintf(&c.body, ` d="%s"/>`, outline(&s.Path, m))
}

func (c *svg) gradient(g *paint.Gradient, m paint.Matrix) string {
	c.ramps++
	a, b := m.Apply(g.From), m.Apply(g.To)
	kind, place := "linear", fmt.Sprintf(`x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"`, a.X, a.Y, b.X, b.Y)
	if g.Radius > 0 {
		kind, place = "radial", fmt.Sprintf(`cx="%.1f" cy="%.1f" r="%.1f"`, a.X, a.Y, g.Radius*m.Size())
	}
	fmt.Fprintf(&c.defs, `<%sGradient id="g%d" gradientUnits="userSpaceOnUse" %s>%s%s</%sGradient>`,
		kind, c.ramps, place, stop(0, g.A), stop(1, g.B), kind)
	return fmt.Sprintf("url(#g%d)", c.ramps)
}

func stop(at int, col paint.Color) string {
	if col.A == 255 {
		return fmt.Sprintf(`<stop offset="%d" stop-color="%s"/>`, at, hex(col))
	}
	return fmt.Sprintf(`<stop offset="%d" stop-color="%s" stop-opacity="%.2f"/>`, at, hex(col), float32(col.A)/255)
}

func hex(c paint.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// outline writes a path with its matrix applied, to a tenth of a px.
func outline(p *paint.Path, m paint.Matrix) string {
	var b strings.Builder
	letters, counts := "MLQCZ", [...]int{1, 1, 2, 3, 0}
	i := 0
	for _, v := range p.Verbs {
		b.WriteByte(letters[v])
		for n := range counts[v] {
			q := m.Apply(p.Pts[i])
			i++
			if n > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(short(q.X) + " " + short(q.Y))
		}
	}
	return b.String()
}

func short(f float32) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", f), ".0") }

func (c *svg) document(w, h int) string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d"><defs>%s</defs>%s</svg>`+"\n",
		w, h, c.defs.String(), c.body.String())
}
