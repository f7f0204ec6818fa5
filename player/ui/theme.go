// Package ui draws what is not the avatar: the backdrop, cards, labels and
// buttons. Colours and sizes follow the visual design; sizes are CSS px.
package ui

import "videoguida/player/paint"

// Palette of the Italian public administration's blues.
var (
	primary = paint.RGB(0x0066CC)
	deep    = paint.RGB(0x0059B3)
	ink     = paint.RGB(0x17324D)
	muted   = paint.RGB(0x455A6B)
	tint    = paint.RGB(0xE8F1FB)
	white   = paint.RGB(0xFFFFFF)
	done    = paint.RGB(0x0B5C3B)
	donebg  = paint.RGB(0xE6F4EC)
	warn    = paint.RGB(0x7A3D00)
	warnbg  = paint.RGB(0xFFF4E5)
)

// Backdrop paints the calm room behind the avatar.
func Backdrop(o *paint.Ops, w, h float32) {
	o.Box(paint.Rect{W: w, H: h}, 0, paint.RGB(0xE3EEF9))
	r := max(w, h) * 0.42
	circle(o, w*0.12, h*0.22, r, white.Fade(0.45))
	circle(o, w*0.95, h*0.5, r*0.75, white.Fade(0.35))
	o.Box(paint.Rect{Y: h * 0.68, W: w, H: h}, 0, paint.RGB(0xBFD6EF).Fade(0.75))
}

func circle(o *paint.Ops, x, y, r float32, c paint.Color) {
	o.Box(paint.Rect{X: x - r, Y: y - r, W: 2 * r, H: 2 * r}, r, c)
}
