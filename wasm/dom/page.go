// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package dom

import "syscall/js"

// Show makes e visible or hides it from everyone.
func Show(e js.Value, on bool) { e.Set("hidden", !on) }

// SetText replaces the content of e by text.
func SetText(e js.Value, text string) { e.Set("textContent", text) }

// Focus moves the focus to e, which is made focusable by script when it is
// not a control.
func Focus(e js.Value) {
	if e.Get("tabIndex").Int() < 0 {
		e.Call("setAttribute", "tabindex", "-1")
	}
	e.Call("focus")
}

// Frame calls f once, right before the next frame is painted.
func Frame(f func()) { once(js.Global().Get("requestAnimationFrame"), f) }

// Later calls f once, after ms.
func Later(ms int, f func()) { once(js.Global().Get("setTimeout"), f, ms) }

func once(timer js.Value, f func(), args ...any) {
	var cb js.Func
	cb = js.FuncOf(func(js.Value, []js.Value) any {
		cb.Release()
		f()
		return nil
	})
	timer.Invoke(append([]any{cb}, args...)...)
}

// Str returns a property as text, "" when it is missing.
func Str(v js.Value, name string) string {
	if !v.Truthy() {
		return ""
	}
	if s := v.Get(name); s.Type() == js.TypeString {
		return s.String()
	}
	return ""
}
