// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

// Package letter is what both browser programs know of the letter that was
// opened: what the loader handed over, and the claims inside once the token is
// verified. Each program verifies the token itself; facts never cross.
package letter

import (
	"syscall/js"

	"videoguida/player/civil"
	"videoguida/tokengen/token"
	"videoguida/wasm/dom"
)

// Boot is what the loader hands over.
type Boot struct {
	Token string // packed or compact, as the address carried it
	Demo  bool   // the keys are for demonstrations
	self  js.Value
	trust token.Trust
	built int64 // Unix seconds of the build: the clock never shows less
	seen  int64 // the server's time, Unix seconds, 0 when it was not seen
}

// ReadBoot reads the loader's hand-over.
func ReadBoot() Boot {
	v := js.Global().Get("guidaBoot")
	if !v.Truthy() {
		return Boot{self: v}
	}
	demo := v.Get("demo").Truthy()
	return Boot{
		self:  v,
		Token: dom.Str(v, "token"),
		Demo:  demo,
		trust: token.Trust{
			Page: []byte(asJSON(v.Get("keys"))), Fresh: content(v.Get("freshKeys")), Revoked: content(v.Get("revoked")), Demo: demo,
		},
		built: int64(number(v.Get("built"))),
		seen:  int64(number(v.Get("seen"))),
	}
}

// content is what a file that the loader fetched holds; nothing when it could
// not be fetched, or is larger than any file that is of use.
func content(v js.Value) []byte {
	if !v.Truthy() || v.Get("byteLength").Int() > token.MaxRevoked {
		return nil
	}
	view := dom.Bytes(v, 0, v.Get("byteLength").Int())
	b := make([]byte, view.Length())
	js.CopyBytesToGo(b, view)
	return b
}

// asJSON is a value's JSON text; text is taken as it is.
func asJSON(v js.Value) string {
	if v.Type() == js.TypeObject {
		return js.Global().Get("JSON").Call("stringify", v).String()
	}
	if v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}

// Query returns a parameter of the page's address, "" when there is none.
func (b Boot) Query(name string) string {
	if !b.self.Truthy() {
		return ""
	}
	if v := b.self.Get("query").Call("get", name); v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}

// Marked reports whether the film was on the page when it was loaded again.
func (b Boot) Marked() bool { return b.self.Truthy() && b.self.Get("marked").Truthy() }

// Back reports whether a reload brought the film back: it then waits.
func (b Boot) Back() bool { return b.self.Truthy() && b.self.Get("back").Truthy() }

// Flat reports whether the device cannot draw the film's picture.
func (b Boot) Flat() bool { return b.self.Truthy() && b.self.Get("flat").Truthy() }

// Where tells how the page is shown: "page", "frame" or "app".
func (b Boot) Where() string {
	if w := dom.Str(b.self, "where"); w != "" {
		return w
	}
	return "page"
}

// NewTab reports whether a link may open a tab of its own: an app's web view
// opens none, and in a frame the page around it opens the service.
func (b Boot) NewTab() bool { return b.Where() == "page" }

// Call runs one of the loader's functions, if it is there.
func (b Boot) Call(name string, args ...any) {
	if b.self.Truthy() && b.self.Get(name).Type() == js.TypeFunction {
		b.self.Call(name, args...)
	}
}

// Audio returns the audio element that the person's press unlocked, or nothing.
func (b Boot) Audio() js.Value {
	if !b.self.Truthy() {
		return js.Undefined()
	}
	return b.self.Get("audio")
}

// Packs returns the addresses of a language's voice packs by name.
func (b Boot) Packs(lang string) js.Value {
	if !b.self.Truthy() || !b.self.Get("voice").Truthy() {
		return js.Undefined()
	}
	return b.self.Get("voice").Get(lang)
}

// Forget drops the token, here and in the loader.
func (b *Boot) Forget() {
	b.Token = ""
	if b.self.Truthy() {
		b.self.Set("token", "")
	}
}

// number is a value's number, 0 when it is none.
func number(v js.Value) float64 {
	if v.Type() != js.TypeNumber {
		return 0
	}
	return v.Float()
}

// day returns the day of viewing: the address may name one in a
// demonstration, else it is the device's day of now.
func (b Boot) day(now int64) civil.Day {
	if d, ok := civil.Parse(b.Query("today")); ok && b.Demo {
		return d
	}
	return civil.Day((now + zone(now)) / 86400)
}

// zone is the device's offset from UTC in seconds: a deadline ends at the
// person's midnight.
func zone(now int64) int64 {
	d := js.Global().Get("Date").New(float64(now) * 1000)
	return -int64(d.Call("getTimezoneOffset").Int()) * 60
}
