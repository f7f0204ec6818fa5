// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

// Command film is the browser program that plays the guide: officer, overlays,
// captions and play bar, all inside the page's #film.
//
// It owns the player, the clock and the canvas, and nothing outside #film. It
// verifies the letter itself and talks to the reader over the bus of package
// dom: positions travel as line ids, because only the film knows the times.
//
// The canvas is a picture that nothing can focus or touch. The native elements
// that lie over it are the only targets, so a press always acts once.
package main

import (
	"github.com/hajimehoshi/ebiten/v2"

	"videoguida/wasm/dom"
	"videoguida/wasm/letter"
)

func main() {
	boot := letter.ReadBoot()
	boot.Call("hear")
	f, err := open(boot)
	if err != nil {
		dom.Send(dom.ToReader, dom.Message{Type: dom.MsgEffect, ID: "nofilm", Value: "rete"})
		return
	}
	f.mount()
	if boot.Flat() {
		f.ready()
		select {} // voice, captions and nodes need no picture
	}
	// The picture is opaque and its size in device px is the film's business.
	options := ebiten.RunGameOptions{InitUnfocused: true, DisableHiDPI: true}
	ebiten.SetTPS(ebiten.SyncWithFPS)
	if err := ebiten.RunGameWithOptions(f.game, &options); err != nil {
		dom.Send(dom.ToReader, dom.Message{Type: dom.MsgEffect, ID: "nofilm", Value: "webgl"})
	}
}
