package ui

import "videoguida/player/paint"

// Palette of the Italian public administration's blues, and the two signals
// that always come with an icon and a word.
var (
	Primary = paint.RGB(0x0066CC)
	Deep    = paint.RGB(0x0059B3)
	Light   = paint.RGB(0x5593D6)
	Ink     = paint.RGB(0x17324D)
	Muted   = paint.RGB(0x455A6B)
	Line    = paint.RGB(0xC5D5E6)
	Tint    = paint.RGB(0xE8F1FB)
	White   = paint.RGB(0xFFFFFF)
	Done    = paint.RGB(0x0B5C3B)
	DoneBg  = paint.RGB(0xE3F4EA)
	Warn    = paint.RGB(0x7A3D00)
	WarnBg  = paint.RGB(0xFFF4E5)
	Stop    = paint.RGB(0x8C1D18)
	StopBg  = paint.RGB(0xFDECEA)
	Gold    = paint.RGB(0xFFD166)
)

// Backdrop paints the calm room behind the avatar.
func Backdrop(o *paint.Ops, w, h float32) {
	o.Box(paint.Rect{W: w, H: h}, 0, paint.RGB(0xE3EEF9))
	r := max(w, h) * 0.42
	circle(o, w*0.12, h*0.22, r, White.Fade(0.45))
	circle(o, w*0.95, h*0.5, r*0.75, White.Fade(0.35))
	o.Box(paint.Rect{Y: h * 0.68, W: w, H: h}, 0, paint.RGB(0xBFD6EF).Fade(0.75))
}

func circle(o *paint.Ops, x, y, r float32, c paint.Color) {
	o.Box(paint.Rect{X: x - r, Y: y - r, W: 2 * r, H: 2 * r}, r, c)
}
