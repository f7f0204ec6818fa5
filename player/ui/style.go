package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// style names how a block is dressed.
type style uint8

const (
	note style = iota
	title
	amount
	good
	tile
	alert
	button
	primaryButton
	styles
)

// gap is the space between two blocks: targets need 8 CSS px at least.
const gap = 8

// clothes are a style's sizes and colours.
type clothes struct {
	weight     paint.Weight
	size       float32
	padX, padY float32
	least      float32 // smallest height
	radius     float32
	fill, edge paint.Color
	text       paint.Color
	center     bool
	role       a11y.Role
}

// dress is the wardrobe, by style.
var dress = [styles]clothes{
	note:          {paint.SemiBold, 18, 18, 11, 44, 12, white, paint.Color{}, ink, false, a11y.Text},
	title:         {paint.Bold, 32, 8, 4, 48, 0, paint.Color{}, paint.Color{}, ink, true, a11y.Heading},
	amount:        {paint.Bold, 46, 18, 8, 72, 16, white, paint.Color{}, deep, false, a11y.Text},
	good:          {paint.Bold, 24, 18, 10, 56, 12, donebg, done, done, true, a11y.Text},
	tile:          {paint.SemiBold, 18, 18, 9, 44, 12, tint, primary, ink, false, a11y.Text},
	alert:         {paint.SemiBold, 18, 18, 11, 44, 12, warnbg, warn, warn, false, a11y.Text},
	button:        {paint.Bold, 18, 16, 9, 48, 12, white, primary, deep, false, a11y.Button},
	primaryButton: {paint.Bold, 18, 16, 9, 48, 12, primary, paint.Color{}, white, true, a11y.Button},
}

func styleOf(l story.Look) style {
	switch l {
	case story.Title:
		return title
	case story.Amount:
		return amount
	case story.Done:
		return good
	case story.Tile:
		return tile
	case story.Warning:
		return alert
	}
	return note
}
