// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// Menu shows a hold's answers one after the other from a cue on, and the
// button that goes on; from the cue On they are edged as what to press.
type Menu struct {
	Hold     *story.Hold
	From, On story.Cue
	Icons    []icon.Name // of the answers, in their order
}

// between is the time from one answer to the next, ms.
const between = 140

// Since implements Block.
func (m *Menu) Since(p Pen) int { return p.Since(m.From) }

// Height implements Block.
func (m *Menu) Height(p Pen, w float32) float32 {
	k := m.columns(p, w)
	h := -float32(gapY)
	for i := 0; i <= len(m.Hold.Choices); i += k {
		h += m.row(p, w, i) + gapY
	}
	return h
}

func (m *Menu) columns(p Pen, w float32) int {
	if w >= 520 && p.Fit.Snug() || p.Fit.Tight() && w >= 280 {
		return 2
	}
	return 1
}

// row is the height of the row that begins at answer i: where there is room,
// all rows are alike.
func (m *Menu) row(p Pen, w float32, i int) float32 {
	k := m.columns(p, w)
	cell := (w - gapY*float32(k-1)) / float32(k)
	end := min(i+k, len(m.Hold.Choices)+1)
	if !p.Fit.Tight() {
		i, end = 0, len(m.Hold.Choices)+1
	}
	h := float32(Target)
	for ; i < end; i++ {
		h = max(h, m.at(i).Height(p, cell))
	}
	return h
}

func (m *Menu) at(i int) button {
	if i == len(m.Hold.Choices) {
		return button{id: m.Hold.Continue, icon: icon.Play, action: "continue", full: true}
	}
	b := button{id: m.Hold.Choices[i].ID}
	if i < len(m.Icons) {
		b.icon = m.Icons[i]
	}
	return b
}

// Draw implements Block.
func (m *Menu) Draw(p Pen, r paint.Rect) {
	k := m.columns(p, r.W)
	cell := (r.W - gapY*float32(k-1)) / float32(k)
	since, y := m.Since(p), r.Y
	for i := range len(m.Hold.Choices) + 1 {
		e := Ease(since-i*between, Entry)
		if e <= 0 {
			break
		}
		h := m.row(p, r.W, i-i%k)
		saved := p.Shift(10*(1-e), e)
		m.answer(p, paint.Rect{X: r.X + float32(i%k)*(cell+gapY), Y: y, W: cell, H: h}, i)
		p.Restore(saved)
		if i%k == k-1 {
			y += h + gapY
		}
	}
}

func (m *Menu) answer(p Pen, r paint.Rect, i int) {
	b := m.at(i)
	if p.T != nil {
		n := a11y.Node{ID: b.id, Role: a11y.Button, Name: p.Word(b.id), Action: b.action}
		if n.Action == "" {
			n.Action = p.T.Join([4]string{"choose:", b.id})
		}
		p.Say(n, r)
		return
	}
	edge := Line
	if p.Since(m.On) >= 0 {
		edge = Primary
	}
	ink, fill := Deep, White
	if b.full {
		ink, fill, edge = White, Primary, Primary
	}
	p.O.SoftBox(paint.Rect{X: r.X + 2, Y: r.Y + 4, W: r.W - 4, H: r.H - 2}, 12, 14, Ink.Fade(0.1))
	p.Frame(r, 12, Edge{2, edge}, fill)
	in := b.inner(p, r)
	if b.side(p) > 0 {
		p.Icon(b.icon, Square(in.X-10-b.side(p)/2, r.Y+r.H/2, b.side(p)), ink)
	}
	p.Middle(p.Word(b.id), in, p.Strong().In(ink))
}
