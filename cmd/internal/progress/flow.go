// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package progress

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Flow is how far a stream has been read, whose items are counted but not known
// beforehand. It is not safe for concurrent use.
type Flow struct {
	out   io.Writer
	what  string
	unit  string
	size  int64 // of the stream in bytes, 0 when it is not known
	live  bool
	now   func() time.Time
	begun time.Time
	shown time.Time
	tenth int64
	told  int // items, in the last line of a log
	wide  int
}

// StartFlow begins to read a stream of size bytes; unit names its items.
func StartFlow(out io.Writer, what, unit string, size int64) *Flow {
	f := &Flow{out: out, what: what, unit: unit, size: size, live: terminal(out), now: time.Now}
	f.begun = f.now()
	return f
}

// To tells that the stream was read up to byte at, and how many items are done.
func (f *Flow) To(at int64, items int) {
	now := f.now()
	if f.live {
		if now.Sub(f.shown) >= 100*time.Millisecond {
			f.shown = now
			f.line("\r", f.state(at, items, now), "")
		}
		return
	}
	if t := at * 10 / max(1, f.size); f.size > 0 && t > f.tenth || f.size == 0 && now.Sub(f.shown) >= 10*time.Second {
		f.tenth, f.shown, f.told = t, now, items
		f.line("", f.state(at, items, now), "\n")
	}
}

// Done ends the report: the stream was read up to byte at.
func (f *Flow) Done(at int64, items int) {
	begin := ""
	if f.live {
		begin = "\r"
	}
	if f.live || items != f.told {
		f.line(begin, f.state(at, items, f.now()), "\n")
	}
}

// line prints a state over the one before.
func (f *Flow) line(begin, state, end string) {
	fmt.Fprintf(f.out, "%s%-*s%s", begin, f.wide, state, end)
	if f.live {
		f.wide = len(state)
	}
}

func (f *Flow) state(at int64, items int, now time.Time) string {
	s := fmt.Sprintf("%-6s", f.what)
	passed := now.Sub(f.begun).Seconds()
	if f.size > 0 {
		part := min(1, float64(at)/float64(f.size))
		full := int(part * width)
		s += fmt.Sprintf(" [%s%s] %3.0f %%", strings.Repeat("#", full), strings.Repeat(".", width-full), part*100)
	}
	s += fmt.Sprintf("  %d %s", items, f.unit)
	if passed >= 1 && items > 0 {
		s += fmt.Sprintf(", %.0f a second", float64(items)/passed)
		if f.size > 0 && at > 0 && at < f.size {
			left := passed * float64(f.size-at) / float64(at)
			s += fmt.Sprintf(", %s left", time.Duration(left*float64(time.Second)).Round(time.Second))
		}
	}
	return s
}
