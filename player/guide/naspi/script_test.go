package naspi

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/l10n"
	"videoguida/player/story"
)

// written is a scene of the script as its authors delivered it.
type written struct {
	ID, Title, Cond string
	Lines           []writtenLine
}

type writtenLine struct {
	ID, Gesto, Se, Testo string
	Pausa                int
}

// TestScript: scenes and lines in the script's order, with its conditions,
// pauses, gestures and words.
func TestScript(t *testing.T) {
	data, err := os.ReadFile("testdata/script.json")
	if err != nil {
		t.Fatal(err)
	}
	var want []written
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	words := sources(t)
	var got []written
	for _, s := range compile(t, profiles()[0], "it").Board.Scenes {
		w := written{ID: s.ID, Title: l10n.Lookup("it").Text(s.Title, nil), Cond: string(s.When)}
		for _, l := range s.Lines {
			w.Lines = append(w.Lines, writtenLine{l.ID, gestures(l.Gestures), string(l.When), words[l.ID], pause(l)})
		}
		got = append(got, w)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("the board departs from the script (-script +board):\n%s", d)
	}
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
