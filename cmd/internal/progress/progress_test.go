// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package progress

import (
	"strings"
	"testing"
	"time"
)

// TestBar: away from a terminal, a line for every tenth.
func TestBar(t *testing.T) {
	var out strings.Builder
	b := Start(&out, "cut", 20)
	for range 20 {
		b.Step()
	}
	if n := strings.Count(out.String(), "\n"); n != 10 || !strings.HasSuffix(out.String(), "cut          20 of 20\n") || strings.Contains(out.String(), "\r") {
		t.Errorf("%d lines: %q", n, out.String())
	}
}

// flow returns a flow whose clock the test moves.
func flow(size int64, live bool) (*Flow, *strings.Builder, *time.Time) {
	var out strings.Builder
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	f := StartFlow(&out, "batch", "letters", size)
	f.live, f.now, f.begun = live, func() time.Time { return at }, at
	return f, &out, &at
}

// TestFlowOnATerminal: one line, drawn over at most ten times a second, with
// what is left.
func TestFlowOnATerminal(t *testing.T) {
	f, out, at := flow(1000, true)
	for i := range 100 {
		*at = at.Add(50 * time.Millisecond)
		f.To(int64(i+1)*5, (i+1)*10)
	}
	if n := strings.Count(out.String(), "\r"); n != 50 {
		t.Errorf("drawn %d times in five seconds", n)
	}
	const last = "batch  [##############................]  50 %  990 letters, 200 a second, 5s left"
	if got := out.String(); !strings.HasSuffix(strings.TrimSpace(got), last) || strings.Contains(got, "\n") {
		t.Errorf("%q", got[max(0, len(got)-100):])
	}
	f.Done(1000, 2000)
	if got := out.String(); !strings.HasSuffix(got, "\n") || strings.Count(got, "\n") != 1 || !strings.Contains(got, "100 %  2000 letters") {
		t.Errorf("%q", got[max(0, len(got)-100):])
	}
}

// TestFlowInALog: a line for every tenth of a known size, one every ten seconds
// when it is not known.
func TestFlowInALog(t *testing.T) {
	f, out, _ := flow(1000, false)
	for i := range 100 {
		f.To(int64(i+1)*10, i+1)
	}
	if n := strings.Count(out.String(), "\n"); n != 10 || strings.Contains(out.String(), "\r") {
		t.Errorf("%d lines: %q", n, out.String())
	}
	f, out, at := flow(0, false)
	f.shown = *at
	for range 60 {
		*at = at.Add(time.Second)
		f.To(0, 100)
	}
	if n := strings.Count(out.String(), "\n"); n != 6 || strings.Contains(out.String(), "%") {
		t.Errorf("%d lines: %q", n, out.String())
	}
}
