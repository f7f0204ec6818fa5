// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"github.com/hajimehoshi/ebiten/v2"

	"videoguida/player"
	"videoguida/player/paint"
	"videoguida/wasm/dom"
	"videoguida/wasm/film/gpu"
)

// game is the film as Ebitengine sees it: a picture that is drawn again when
// something moves. When nothing does, Update blocks and no frame is asked for.
type game struct {
	film    *film
	ops     paint.Ops
	canvas  *gpu.Canvas
	wake    chan struct{}
	credits int // frames still to draw though nothing moves
	frames  int
	laid    [2]int // size of the picture, device px
	late    late
}

func newGame(f *film) *game { return &game{film: f, wake: make(chan struct{}, 1)} }

// credit is how many frames a change is worth: the first may still be drawn
// in the old size.
const credit = 2

// redraw asks for frames though nothing moves by itself.
func (g *game) redraw() {
	g.credits = credit
	select {
	case g.wake <- struct{}{}:
	default:
	}
}

// Update implements ebiten.Game.
func (g *game) Update() error {
	for g.idle() {
		<-g.wake
		g.film.clock.elapsed()
	}
	g.credits = max(g.credits-1, 0)
	g.film.pass()
	g.film.refresh()
	g.film.stage.fit()
	return nil
}

// idle reports whether the next frame would be the one on screen.
func (g *game) idle() bool {
	if g.film.gone {
		return true
	}
	if g.credits > 0 || g.frames == 0 || g.film.stage.stale() {
		return false
	}
	s := g.film.player.State()
	resting := s.Hold != 0 && s.Turning == 0 && (s.HeldFor >= player.MaxHeld || g.film.prefs.reduced)
	return !s.Playing || resting || g.film.clock.frozen || g.film.stage.readable
}

// Draw implements ebiten.Game.
func (g *game) Draw(screen *ebiten.Image) {
	if g.canvas == nil {
		g.canvas = gpu.New(g.film.fonts)
		g.film.stage.undress()
	}
	g.film.player.Paint(&g.ops)
	s := g.film.player.State()
	if !g.canvas.Draw(screen, &g.ops, float32(g.film.stage.scale), s.Playing && s.Hold == 0) {
		g.credits = max(g.credits, 1)
	}
	g.frames++
	g.film.stage.drawn(g.laid)
	if g.frames == 1 {
		dom.Later(0, g.film.ready)
	}
	g.late.frame(g.film)
}

// LayoutF implements ebiten.LayoutFer: the picture has the canvas's own px.
func (g *game) LayoutF(w, h float64) (float64, float64) {
	g.laid = [2]int{int(w), int(h)}
	return w, h
}

// Layout implements ebiten.Game; LayoutF is asked instead.
func (g *game) Layout(w, h int) (int, int) { return w, h }

// late notices frames that come late and gives up some sharpness for them.
type late struct {
	last  float64
	count int
}

// Frames slower than slowFrame ms, patience times in a row, cost a step of
// sharpness.
const (
	slowFrame = 70
	patience  = 12
)

func (l *late) frame(f *film) {
	t := now()
	if f.player.State().Playing && t-l.last > slowFrame && t-l.last < longest {
		l.count++
	} else {
		l.count = 0
	}
	l.last = t
	if l.count >= patience {
		l.count = 0
		f.stage.coarser()
	}
}
