package sight

import (
	"fmt"
	"image"
	"slices"

	"videoguida/player/paint"
)

// Box implements paint.Canvas.
func (e *Eye) Box(r paint.Rect, radius, soft float32, c paint.Color) {
	e.seen.Box(r, radius, soft, c)
	e.bare.Box(r, radius, soft, c)
	if soft == 0 && e.marks[c] && r.W >= 2 && r.H >= 2 {
		at := image.Rect(int(r.X), int(r.Y), int(r.X+r.W), int(r.Y+r.H))
		e.things = append(e.things, thing{Reading: Reading{Kind: Mark, What: fmt.Sprintf("%s %dx%d", hex(c), at.Dx(), at.Dy())}, rect: at})
	}
}

// edge is the median contrast of the pixels just within r with those just
// outside: a neighbour may touch one side. It is 21 when r has no side in the
// picture.
func (e *Eye) edge(r image.Rectangle) float64 {
	var all []float64
	img := e.bare.Image()
	at := func(p image.Point) float64 { return luminance(img, img.PixOffset(p.X, p.Y)) }
	// pair compares a pixel of the mark with the best of those beyond it: between two columns may be a single px.
	pair := func(in, away image.Point) {
		best := 0.0
		for n := 1; n <= beyond; n++ {
			if out := in.Add(away.Mul(n)); in.In(img.Rect) && out.In(img.Rect) {
				best = max(best, contrast(at(in), at(out)))
			}
		}
		if best > 0 {
			all = append(all, best)
		}
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		pair(image.Pt(r.Min.X, y), image.Pt(-1, 0))
		pair(image.Pt(r.Max.X-1, y), image.Pt(1, 0))
	}
	for x := r.Min.X; x < r.Max.X; x++ {
		pair(image.Pt(x, r.Min.Y), image.Pt(0, -1))
		pair(image.Pt(x, r.Max.Y-1), image.Pt(0, 1))
	}
	if len(all) == 0 {
		return 21
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// beyond is how far from a mark its surroundings are looked for, px.
const beyond = 3

func hex(c paint.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
