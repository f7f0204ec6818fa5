// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

// Fit is how much room a panel takes: its spaces and sizes in CSS px. When a
// panel does not fit, the stage tries the next, tighter one; text never goes
// below 18.
type Fit struct {
	Level  int     // 0 is the roomiest
	Pad    float32 // inside a card
	Gap    float32 // between blocks; targets need 8 at least
	Body   float32 // type sizes
	Title  float32
	Figure float32
	Icon   float32 // beside a text
	Art    float32 // height of a drawing; 0 leaves out what only decorates
	Chart  float32 // height of a chart
}

// Levels of fit: from a desktop's to what a phone on its side can bear.
const (
	grand = iota
	roomy
	snug
	tight
	bare
	levels
)

var fits = [levels]Fit{
	{grand, 28, 16, 21, 32, 72, 34, 148, 320},
	{roomy, 18, 12, 18, 25, 50, 30, 112, 250},
	{snug, 16, 10, 18, 22, 44, 28, 84, 205},
	{tight, 12, 8, 18, 20, 38, 24, 60, 165},
	{bare, 9, 8, 18, 18, 32, 0, 0, 128},
}

// scaled returns the fit for a stage k times as large.
func (f Fit) scaled(k float32) Fit {
	f.Pad *= k
	f.Gap *= k
	f.Body *= k
	f.Title *= k
	f.Figure *= k
	f.Icon *= k
	f.Art *= k
	f.Chart *= k
	return f
}

// Tight reports whether room is short: side by side is better than one below
// the other.
func (f Fit) Tight() bool { return f.Level >= tight }

// Snug reports whether room is less than plenty.
func (f Fit) Snug() bool { return f.Level >= snug }
