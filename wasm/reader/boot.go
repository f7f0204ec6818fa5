//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/civil"
	"videoguida/wasm/dom"
)

// boot is what the loader hands over.
type boot struct {
	self  js.Value
	token string
	keys  string
	today string // YYYY-MM-DD from the address, for demonstrations and tests
	lang  string
	built int64 // Unix seconds of the build: the clock never shows less
	demo  bool
}

func readBoot() boot {
	v := js.Global().Get("guidaBoot")
	if !v.Truthy() {
		return boot{self: v}
	}
	return boot{
		self:  v,
		token: dom.Str(v, "token"),
		keys:  asJSON(v.Get("keys")),
		today: query(v.Get("query"), "today"),
		lang:  query(v.Get("query"), "lang"),
		built: int64(number(v.Get("built"))),
		demo:  v.Get("demo").Truthy(),
	}
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

// query reads one parameter, whether the loader gives URLSearchParams or a
// plain object.
func query(q js.Value, name string) string {
	if !q.Truthy() {
		return ""
	}
	if q.Type() == js.TypeObject && q.Get("get").Type() == js.TypeFunction {
		if v := q.Call("get", name); v.Type() == js.TypeString {
			return v.String()
		}
		return ""
	}
	return dom.Str(q, name)
}

// call runs one of the loader's functions, if it is there.
func (b boot) call(name string, args ...any) {
	if b.self.Truthy() && b.self.Get(name).Type() == js.TypeFunction {
		b.self.Call(name, args...)
	}
}

// deviceTime is the device's clock, Unix seconds.
func deviceTime() int64 {
	return int64(js.Global().Get("Date").Call("now").Float() / 1000)
}

// number is a value's number, 0 when it is none.
func number(v js.Value) float64 {
	if v.Type() != js.TypeNumber {
		return 0
	}
	return v.Float()
}

// day returns the day of viewing: the address may name one in a
// demonstration, else it is the day of now.
func (b boot) day(now int64) civil.Day {
	if d, ok := civil.Parse(b.today); ok {
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
