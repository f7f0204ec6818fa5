// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package names

import (
	"os"
	"strings"
	"testing"

	"videoguida/player/voice"
)

func committed(t *testing.T) []Name {
	t.Helper()
	b, err := os.ReadFile("../../../../player/voice/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	all, err := Parse(string(b))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestNamesAreEnough: 300 names of women and 300 of men.
func TestNamesAreEnough(t *testing.T) {
	count := map[string]int{}
	for _, n := range committed(t) {
		count[n.Sex]++
	}
	if count["f"] < 300 || count["m"] < 300 {
		t.Errorf("%v names, want 300 of each", count)
	}
}

// TestPacksWeighTheSame: a pack that is asked for says as little as any other;
// each hides its person among 70 names at least.
func TestPacksWeighTheSame(t *testing.T) {
	all := committed(t)
	total := Weight(all)
	for i, pack := range Deal(all) {
		share := float64(Weight(pack)) / float64(total)
		if share < .12 || share > .13 || len(pack) < 70 {
			t.Errorf("pack %d: %d names, %.2f%% of people", i, len(pack), share*100)
		}
	}
}

// TestSourceIsFresh: the phone knows the names that the list has, each in the
// pack it was dealt to.
func TestSourceIsFresh(t *testing.T) {
	all := committed(t)
	got, err := os.ReadFile("../../../../player/voice/names_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != Source(all) {
		t.Fatal("player/voice/names_gen.go is stale: run go generate ./player/voice")
	}
	for i, pack := range Deal(all) {
		for _, n := range pack {
			if b, ok := voice.Bucket(n.Text); !ok || b != i {
				t.Errorf("%s is in pack %d, the phone asks for %d (%v)", n.Text, i, b, ok)
			}
		}
	}
}

func TestParseNamesTheField(t *testing.T) {
	for line, want := range map[string]string{
		"x\tf\tMaria":          "line 1: weight",
		"0\tf\tMaria":          "line 1: weight",
		"1\tx\tMaria":          "line 1: sex",
		"1\tf\tmaria":          "line 1: name",
		"1\tf\tMa,ria":         "line 1: name",
		"1\tf\tMaria\t":        "line 1: spelling",
		"1\tf":                 "line 1: fields",
		"1\tf\tEva\n1\tf\tEva": "line 2: name: twice",
		"1\tf\tEva":            "1 names are too few",
	} {
		if _, err := Parse(line); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", line, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("# a list\n2700\tf\tMaria\n100\tm\tJohn\tGion\n")
	f.Fuzz(func(t *testing.T, list string) {
		all, err := Parse(list)
		if err != nil {
			return
		}
		dealt := 0
		for _, pack := range Deal(all) {
			dealt += len(pack)
		}
		if dealt != len(all) {
			t.Errorf("%d of %d names were dealt", dealt, len(all))
		}
	})
}
