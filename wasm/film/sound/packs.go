// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

// Package sound is the film's voice as the browser plays it: it fetches the
// packs of the bank, has the browser decode their clips, mixes a chapter into
// one file and plays it on the page's only <audio> element.
package sound

import (
	"errors"
	"strconv"
	"syscall/js"

	"videoguida/player/voice"
	"videoguida/wasm/dom"
)

// errNoBank means that the site has no voice for this guide.
var errNoBank = errors.New("sound: no voice for this guide")

// Packs are the packs of a letter's guide: the guide's own, the figures, and
// always exactly one bucket of names, whichever the person's name is.
func Packs(guide, name string) []string {
	return []string{guide, "figures", "names-" + strconv.Itoa(bucket(name))}
}

// Fetch loads packs from their addresses by name. It waits, so it needs a
// goroutine of its own.
func Fetch(addresses js.Value, names []string) (*voice.Bank, error) {
	answers := make([]chan *voice.Pack, len(names))
	for i, n := range names {
		url := dom.Str(addresses, n)
		if url == "" {
			return nil, errNoBank
		}
		answers[i] = make(chan *voice.Pack, 1)
		go func() { answers[i] <- pack(url) }()
	}
	var packs []*voice.Pack
	for _, a := range answers {
		p := <-a
		if p == nil {
			return nil, errNoBank
		}
		packs = append(packs, p)
	}
	return voice.NewBank(packs...), nil
}

// pack returns the pack at an address, nil when it cannot be had.
func pack(url string) *voice.Pack {
	b, err := dom.Fetch(url)
	if err != nil {
		return nil
	}
	p, err := voice.Parse(b)
	if err != nil {
		return nil
	}
	return p
}

// bucket is the bucket of a name, any when the name was not recorded: the host
// must not learn that either.
func bucket(name string) int {
	if n, ok := voice.Bucket(name); ok {
		return n
	}
	return int(js.Global().Get("Math").Call("random").Float() * voice.Buckets)
}
