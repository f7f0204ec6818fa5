// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package declared

import (
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"videoguida/player/guide"
	"videoguida/player/milestone"
)

// TestDocumentIsCurrent: docs/METRICS.md is what the list says.
func TestDocumentIsCurrent(t *testing.T) {
	got, err := os.ReadFile("../../../docs/METRICS.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != Document() {
		t.Error("docs/METRICS.md is stale: go generate ./static/metrics/declared")
	}
}

// TestListIsComplete: each metric says what it is for, who answers for it and
// until when, and nothing can be counted by free text.
func TestListIsComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range Metrics {
		if seen[m.Name] || m.Name == "" || m.When == "" || m.Purpose == "" || m.Owner == "" {
			t.Errorf("%q is twice or not explained", m.Name)
		}
		seen[m.Name] = true
		if _, err := time.Parse(time.DateOnly, m.Review); err != nil {
			t.Errorf("%s: %v", m.Name, err)
		}
		if len(m.Args) > 2 || len(m.Args) == 2 && len(m.By) > 0 {
			t.Errorf("%s is counted by more than two words", m.Name)
		}
		for _, a := range m.Args {
			checkArg(t, m.Name, a)
		}
	}
}

func checkArg(t *testing.T, name string, a Arg) {
	t.Helper()
	if len(a.Values) == 0 || len(a.Values) > 40 {
		t.Errorf("%s %s has %d values", name, a.Name, len(a.Values))
	}
	for i, v := range a.Values {
		if n, err := strconv.Atoi(v); a.Number && (err != nil || strconv.Itoa(n) != v) {
			t.Errorf("%s %s: %q is no number", name, a.Name, v)
		}
		if !a.Takes(v) || slices.Index(a.Values, v) != i {
			t.Errorf("%s %s: %q is twice", name, a.Name, v)
		}
	}
}

// TestScenesAreEverybodys: the scenes that may be reported are those that every
// letter has; the others would tell something of the letter.
func TestScenesAreEverybodys(t *testing.T) {
	var want []string
	for _, g := range guide.All() {
		board := g.Board()
		for _, s := range board.Scenes {
			if n := milestone.Number(board, s); n != 0 {
				want = append(want, strconv.Itoa(n))
			}
		}
	}
	if !slices.Equal(Scenes, want) {
		t.Errorf("scenes %q, the guides have %q", Scenes, want)
	}
}

func TestNames(t *testing.T) {
	for s, want := range map[string]bool{"2026q4": true, "none": true, "naspi-2026-10": true, "x": false, "2026Q4": false, "-a": false, "a-": false, "a b": false, "seventeen-letters": false} {
		if Campaign(s) != want {
			t.Errorf("Campaign(%q) = %v", s, !want)
		}
	}
	for s, want := range map[string]bool{"3q2-7wAAAAAAAAAAAAAAA_": true, "short": false, "3q2-7wAAAAAAAAAAAAAAA=": false} {
		if Nonce(s) != want {
			t.Errorf("Nonce(%q) = %v", s, !want)
		}
	}
}

func TestFirstFrame(t *testing.T) {
	for ms, want := range map[int]int{0: 0, 249: 0, 250: 1, 14999: 8, 15000: 9, 1 << 30: 9} {
		if got := FirstFrame(ms); got != want {
			t.Errorf("FirstFrame(%d) = %d, want %d", ms, got, want)
		}
	}
}
