// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package dom

import (
	"errors"
	"syscall/js"
)

// errRefused is a promise that was not kept.
var errRefused = errors.New("dom: refused")

// Await waits for a promise. It may only be called on a goroutine of its own,
// never within an event: the page would stand still.
func Await(promise js.Value) (js.Value, error) {
	kept, broken := make(chan js.Value, 1), make(chan struct{}, 1)
	yes := js.FuncOf(func(_ js.Value, args []js.Value) any {
		kept <- args[0]
		return nil
	})
	no := js.FuncOf(func(js.Value, []js.Value) any {
		broken <- struct{}{}
		return nil
	})
	defer yes.Release()
	defer no.Release()
	promise.Call("then", yes, no)
	select {
	case v := <-kept:
		return v, nil
	case <-broken:
		return js.Value{}, errRefused
	}
}

// Breathe lets the page handle what waits, on a goroutine of its own.
func Breathe() {
	done := make(chan struct{})
	Later(0, func() { close(done) })
	<-done
}

// Fetch returns the content of a file of this site, on a goroutine of its own.
func Fetch(url string) ([]byte, error) {
	answer, err := Await(js.Global().Call("fetch", url))
	if err != nil {
		return nil, err
	}
	if !answer.Get("ok").Bool() {
		return nil, errRefused
	}
	content, err := Await(answer.Call("arrayBuffer"))
	if err != nil {
		return nil, err
	}
	view := Bytes(content, 0, content.Get("byteLength").Int())
	b := make([]byte, view.Length())
	js.CopyBytesToGo(b, view)
	return b, nil
}

// Bytes views length bytes of an ArrayBuffer.
func Bytes(buffer js.Value, from, length int) js.Value {
	return js.Global().Get("Uint8Array").New(buffer, from, length)
}
