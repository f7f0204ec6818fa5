// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sheet

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var rows = []Row{
	{"naspi-quanto-1", "All'inizio, ogni mese, ti spettano \"mille\" euro.", []Use{{"medial", "All'inizio"}, {"final", "euro"}}},
	{"names-0-001", "Ciao, Maria.", []Use{{"final", "Maria"}}},
}

func TestSheetComesBack(t *testing.T) {
	got, err := Parse(CSV(rows))
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{{Name: rows[0].Name, Text: rows[0].Text}, {Name: rows[1].Name, Text: rows[1].Text}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestParseNamesTheField(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"outside": {"file,phrase,parts used\n../x.wav,Ciao.,\n", "sheet: row 2: file: want a plain"},
		"twice":   {"file,phrase,parts used\na.wav,Ciao.,\na.wav,Ciao.,\n", "sheet: row 3: file: twice"},
		"nothing": {"file,phrase,parts used\na.wav, ,\n", "sheet: row 2: phrase: empty"},
		"fields":  {"file,phrase\na.wav,Ciao.\n", "sheet: record on line 1"},
		"empty":   {"", "sheet: no phrase"},
	} {
		if _, err := Parse(tt.text); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

func TestHTMLIsText(t *testing.T) {
	var b strings.Builder
	if err := HTML(&b, []Row{{"a", "Ciao <b>", nil}}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "Ciao &lt;b&gt;") || !strings.Contains(b.String(), "a.wav") {
		t.Errorf("the page does not show the phrase as text:\n%s", b.String())
	}
}

func FuzzParse(f *testing.F) {
	f.Add(CSV(rows))
	f.Fuzz(func(t *testing.T, text string) {
		got, err := Parse(text)
		if err != nil {
			return
		}
		again, err := Parse(CSV(got))
		if err != nil || len(again) != len(got) {
			t.Errorf("%d rows came back as %d: %v", len(got), len(again), err)
		}
	})
}
