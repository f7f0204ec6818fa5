// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/l10n"
	"videoguida/player/story"
)

// Scene is a scene of the script as its authors delivered it.
type Scene struct {
	ID, Title, Cond string
	Lines           []Line
}

// Line is a line of it.
type Line struct {
	ID, Gesto, Se, Testo string
	Pausa                int
}

// Script: scenes and lines in the order of testdata/script.json, with its
// conditions, pauses, gestures and words. Departures are the conditions that
// the board changes, by line.
func (s Suite) Script(t *testing.T, departures map[string]string) {
	data, err := os.ReadFile("testdata/script.json")
	if err != nil {
		t.Fatal(err)
	}
	var want []Scene
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	for i := range want {
		for k := range want[i].Lines {
			if c, ok := departures[want[i].Lines[k].ID]; ok {
				want[i].Lines[k].Se = c
				delete(departures, want[i].Lines[k].ID)
			}
		}
	}
	for id := range departures {
		t.Errorf("%s departs from a line that the script does not have", id)
	}
	if d := cmp.Diff(want, s.scenes(t)); d != "" {
		t.Errorf("the board departs from the script (-script +board):\n%s", d)
	}
}

// scenes writes the board as the script does.
func (s Suite) scenes(t *testing.T) (out []Scene) {
	words := sources(t)
	for _, sc := range s.Board().Scenes {
		w := Scene{ID: sc.ID, Title: l10n.Lookup("it").Text(sc.Title, nil), Cond: string(sc.When)}
		for _, l := range sc.Lines {
			w.Lines = append(w.Lines, Line{l.ID, gestures(l.Gestures), string(l.When), words[l.ID], pause(l)})
		}
		out = append(out, w)
	}
	return out
}

// gestures writes them as the script does: "smile, [[ok]] nod".
func gestures(list []story.Gesture) string {
	var out []string
	for _, g := range list {
		does := g.Name
		if g.Marker != "" {
			does = "[[" + g.Marker + "]] " + does
		}
		out = append(out, does)
	}
	return strings.Join(out, ", ")
}

func pause(l story.Line) int {
	if l.Pause == 0 {
		return story.DefaultPause
	}
	return l.Pause
}

// sources returns the Italian captions as translators write them, with slots
// and markers.
func sources(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../../l10n/catalog/it.toml")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	id := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			id = strings.Trim(line, "[]")
		}
		if text, ok := strings.CutPrefix(line, "caption = "); ok {
			var s string
			if err := json.Unmarshal([]byte(text), &s); err != nil {
				t.Fatalf("%s: %v", id, err)
			}
			out[id] = s
		}
	}
	return out
}
