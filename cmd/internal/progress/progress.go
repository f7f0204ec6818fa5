// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package progress draws a bar while something long is done: on a terminal in
// one line, else a line for every tenth.
package progress

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// Bar is how far a task of a known number of steps has come. Its methods may
// be called from several goroutines.
type Bar struct {
	out   io.Writer
	what  string
	total int
	live  bool

	mu   sync.Mutex
	done int
}

// Start begins a task of total steps.
func Start(out io.Writer, what string, total int) *Bar {
	return &Bar{out: out, what: what, total: max(1, total), live: terminal(out)}
}

func terminal(out io.Writer) bool {
	f, ok := out.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

const width = 30 // of the bar, characters

// Step tells that one step more is done.
func (b *Bar) Step() {
	b.mu.Lock()
	defer b.mu.Unlock()
	before := b.done * 10 / b.total
	b.done++
	full := min(width, b.done*width/b.total)
	switch {
	case b.live:
		end := ""
		if b.done == b.total {
			end = "\n"
		}
		fmt.Fprintf(b.out, "\r%-12s [%s%s] %d of %d%s", b.what, strings.Repeat("#", full), strings.Repeat(".", width-full), b.done, b.total, end)
	case b.done*10/b.total > before:
		fmt.Fprintf(b.out, "%-12s %d of %d\n", b.what, b.done, b.total)
	}
}
