//go:build js

package gpu

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
)

// Sides of the atlas, device px. It starts small and is made anew, larger,
// when it is full: a quarter of the memory is enough for most phones.
const (
	firstSide = 2048
	lastSide  = 4096
)

// spot is where something lies in the atlas.
type spot struct{ x, y, w, h float32 }

// atlas is the one texture that everything is drawn from. Pictures are placed
// on shelves, one transparent px apart so that filtering never bleeds.
type atlas struct {
	img        *ebiten.Image
	side       int
	x, y, high int // the shelf being filled
	full       bool
	rgba       []byte // scratch for coverage masks
}

// reset empties the atlas and gives it a side.
func (a *atlas) reset(side int) {
	if a.img != nil {
		a.img.Deallocate()
	}
	rgba := a.rgba
	*a = atlas{side: side, rgba: rgba}
	a.img = ebiten.NewImageWithOptions(image.Rect(0, 0, side, side), &ebiten.NewImageOptions{Unmanaged: true})
}

// take reserves w by h px. Without room the atlas is full and the spot empty:
// the frame is drawn again after a reset.
func (a *atlas) take(w, h int) (spot, bool) {
	if a.x+w+1 > a.side {
		a.x, a.y, a.high = 0, a.y+a.high+1, 0
	}
	if a.y+h+1 > a.side || w+1 > a.side {
		a.full = true
		return spot{}, false
	}
	s := spot{float32(a.x), float32(a.y), float32(w), float32(h)}
	a.x += w + 1
	a.high = max(a.high, h)
	return s, true
}

// colour places a premultiplied picture.
func (a *atlas) colour(m *image.RGBA) spot {
	s, ok := a.take(m.Rect.Dx(), m.Rect.Dy())
	if ok {
		a.write(s, m.Pix)
	}
	return s
}

// coverage places a mask as white.
func (a *atlas) coverage(m *image.Alpha) spot {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	s, ok := a.take(w, h)
	if !ok {
		return s
	}
	if cap(a.rgba) < 4*w*h {
		a.rgba = make([]byte, 4*w*h)
	}
	pix := a.rgba[:4*w*h]
	for y := range h {
		for x := range w {
			v, o := m.Pix[y*m.Stride+x], 4*(y*w+x)
			pix[o], pix[o+1], pix[o+2], pix[o+3] = v, v, v, v
		}
	}
	a.write(s, pix)
	return s
}

func (a *atlas) write(s spot, pix []byte) {
	r := image.Rect(int(s.x), int(s.y), int(s.x+s.w), int(s.y+s.h))
	a.img.SubImage(r).(*ebiten.Image).WritePixels(pix)
}
