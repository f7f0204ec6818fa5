// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package typeset_test

import (
	"testing"

	"videoguida/player/paint"
	"videoguida/player/typeset/titillium"
)

// TestLines: the same lines as Wrap, measured, and free when asked again.
func TestLines(t *testing.T) {
	f, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	const text = "Firma il patto di attivazione digitale: come cerchi lavoro"
	got := f.Lines(text, 150, paint.SemiBold, 18)
	want := f.Wrap(text, 150, paint.SemiBold, 18, nil)
	if len(got) != len(want) || len(got) < 3 {
		t.Fatalf("%d lines, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i].Text != want[i] || got[i].Width != f.Measure(want[i], paint.SemiBold, 18) || got[i].Width > 150 {
			t.Errorf("line %d is %+v, want %q", i, got[i], want[i])
		}
	}
	if n := testing.AllocsPerRun(10, func() { f.Lines(text, 150, paint.SemiBold, 18) }); n != 0 {
		t.Errorf("asking again allocates %v times", n)
	}
}
