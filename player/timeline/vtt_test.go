// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package timeline_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/l10n"
	"videoguida/player/timeline"
)

// caption is a cue read back from a file.
type caption struct {
	ID, Text   string
	Start, End int // ms
}

var timing = regexp.MustCompile(`^(\d\d):([0-5]\d):([0-5]\d)\.(\d{3}) --> (\d\d):([0-5]\d):([0-5]\d)\.(\d{3})$`)

// readVTT reads WebVTT the way a player does: blocks between blank lines, each
// an identifier, a timing and text in which & and < are escaped.
func readVTT(t *testing.T, file string) (out []caption) {
	t.Helper()
	head, rest, _ := strings.Cut(file, "\n\n")
	if head != "WEBVTT" || !strings.HasSuffix(rest, "\n") {
		t.Fatalf("the file begins with %q", head)
	}
	for block := range strings.SplitSeq(strings.TrimSuffix(rest, "\n"), "\n\n") {
		lines := strings.Split(block, "\n")
		m := timing.FindStringSubmatch(lines[min(1, len(lines)-1)])
		if len(lines) != 3 || m == nil || strings.Contains(lines[0], "-->") || strings.ContainsAny(lines[2], "<>") || strings.Contains(lines[2], "-->") {
			t.Fatalf("no cue: %q", block)
		}
		text := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(lines[2])
		out = append(out, caption{lines[0], text, ms(m[1:5]), ms(m[5:9])})
	}
	return out
}

func ms(parts []string) (total int) {
	for i, unit := range []int{3_600_000, 60_000, 1000, 1} {
		n, _ := strconv.Atoi(parts[i])
		total += n * unit
	}
	return total
}

// TestVTT: what is exported, read back, is what the film shows.
func TestVTT(t *testing.T) {
	for _, lang := range l10n.Langs() {
		tl := guide(t, lang, timeline.Silent{})
		var want []caption
		ids := map[string]bool{}
		for i, c := range tl.Cues {
			part := 1
			for j := i - 1; j >= 0 && tl.Cues[j].Line == c.Line; j-- {
				part++
			}
			id := tl.Lines[c.Line].ID + "." + strconv.Itoa(part)
			if ids[id] {
				t.Errorf("two captions are %s", id)
			}
			ids[id] = true
			want = append(want, caption{id, c.Text, c.Start, c.End})
		}
		if d := cmp.Diff(want, readVTT(t, tl.VTT())); d != "" {
			t.Errorf("%s: %s", lang, d)
		}
	}
}

// TestVTTEscapes: a name that is markup stays text in the captions.
func TestVTTEscapes(t *testing.T) {
	f := invented()
	name := f["nome"]
	name.S = "<v Eva> & --> <b>"
	f["nome"] = name
	tl, err := timeline.Compile(guide(t, "it", timeline.Silent{}).Board, f, l10n.Lookup("it"), timeline.Silent{})
	if err != nil {
		t.Fatal(err)
	}
	if got := readVTT(t, tl.VTT()); !strings.Contains(got[0].Text, name.S) {
		t.Errorf("the first caption is %q", got[0].Text)
	}
}

func TestStamp(t *testing.T) {
	for in, want := range map[int]string{0: "00:00:00.000", 61_005: "00:01:01.005", 3_599_999: "00:59:59.999", 36_000_000: "10:00:00.000"} {
		if got := timeline.Stamp(in); got != want {
			t.Errorf("Stamp(%d) = %s, want %s", in, got, want)
		}
	}
}
