// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import "videoguida/player/paint"

// Palette of the Italian public administration's blues, and the two signals
// that always come with an icon and a word.
var (
	Primary = paint.RGB(0x0066CC)
	Deep    = paint.RGB(0x0059B3)
	Light   = paint.RGB(0x5593D6)
	Idle    = paint.RGB(0x8496A9) // of what is yet to be named
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
	disc(o, Square(w*0.12, h*0.22, 2*r), White.Fade(0.45))
	disc(o, Square(w*0.95, h*0.5, 1.5*r), White.Fade(0.35))
	o.Box(paint.Rect{Y: h * 0.68, W: w, H: h}, 0, paint.RGB(0xBFD6EF).Fade(0.75))
}

func disc(o *paint.Ops, square paint.Rect, c paint.Color) { o.Box(square, square.W/2, c) }
