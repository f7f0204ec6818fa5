// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package svg writes the product's drawings as SVG, for pages and for paper.
package svg

import (
	"fmt"
	"strings"

	"videoguida/player/avatar"
	"videoguida/player/icon"
	"videoguida/player/paint"
)

// Size of the officer's picture, CSS px: from the waist up.
const officerW, officerH = 620, 700

// Officer draws the officer at rest with one of the rig's faces: "neutral",
// "smile".
func Officer(face string) string {
	rig := avatar.New()
	pose, _ := avatar.Expression(face)
	var ops paint.Ops
	rig.Paint(&ops, paint.Translate(-190, -70), pose)
	var c canvas
	ops.Replay(&c, 1)
	return c.document(officerW, officerH)
}

// Icon draws an icon in a colour.
func Icon(n icon.Name, ink paint.Color) string {
	var set icon.Set
	var c canvas
	if s := set.Shape(n, ink); s != nil {
		c.Shape(s, paint.Identity, 1)
	}
	return c.document(icon.Side, icon.Side)
}

// canvas is a paint.Canvas that writes the drawing down. It knows what the
// officer and the icons are made of, shapes; boxes and text belong to a page.
type canvas struct {
	defs, body strings.Builder
	ramps      int
}

func (c *canvas) Box(paint.Rect, float32, float32, paint.Color) {}

func (c *canvas) Text(string, paint.Point, paint.Weight, float32, paint.Color) {}

func (c *canvas) Shape(s *paint.Shape, m paint.Matrix, opacity float32) {
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

func (c *canvas) gradient(g *paint.Gradient, m paint.Matrix) string {
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

func (c *canvas) document(w, h int) string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d"><defs>%s</defs>%s</svg>`+"\n",
		w, h, c.defs.String(), c.body.String())
}
