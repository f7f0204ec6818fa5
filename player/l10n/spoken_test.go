// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package l10n

import (
	"strings"
	"testing"

	"videoguida/player/civil"
	"videoguida/player/facts"
)

// TestSpokenUnits: how values split into the pieces of a voice bank.
func TestSpokenUnits(t *testing.T) {
	day := func(y, m, d int) int64 { return int64(civil.Date(y, m, d)) }
	tests := []struct {
		kind  string
		value int64
		want  string // units parted by |
	}{
		{"money", 100, "un euro"},
		{"money", 2100, "ventuno| euro"},
		{"money", 2800, "ventotto| euro"},
		{"money", 10100, "cento|uno| euro"},
		{"money", 18000, "cent|ottanta| euro"},
		{"money", 100000, "mille| euro"},
		{"money", 100100, "mille|uno| euro"},
		{"money", 201808, "duemila|diciotto| euro| e otto| centesimi"},
		{"money", 114471, "mille|cento|quarantaquattro| euro| e settantuno| centesimi"},
		{"money", 2100000, "ventuno|mila| euro"},
		{"money", 2300000, "ventitre|mila| euro"},
		{"money", 10000000, "centomila| euro"},
		{"money", 10100000, "cento|uno|mila| euro"},
		{"money", 10800001, "cent|otto|mila| euro| e un centesimo"},
		{"money", 12000000, "cento|venti|mila| euro"},
		{"money", 99999999, "novecento|novantanove|mila|novecento|novantanove| euro| e novantanove| centesimi"},
		{"money", 0, "zero| euro"},
		{"days", 1, "un giorno"},
		{"days", 21, "ventuno| giorni"},
		{"days", 28, "ventotto| giorni"},
		{"days", 101, "cento|uno| giorni"},
		{"days", 108, "cent|otto| giorni"},
		{"days", 180, "cent|ottanta| giorni"},
		{"days", 703, "settecento|tré| giorni"},
		{"months", 1, "un mese"},
		{"months", 24, "ventiquattro| mesi"},
		{"percent", 75, "settantacinque| per cento"},
		{"int", 5, "cinque"},
		{"year", 2026, "duemilaventisei"},
		{"year", 1995, "mille|novecento|novantacinque"},
		{"date-il", day(2026, 12, 1), "il| primo| dicembre| duemilaventisei"},
		{"date-il", day(2026, 11, 8), "l'otto| novembre| duemilaventisei"},
		{"date-al", day(2027, 1, 11), "all'undici| gennaio| duemilaventisette"},
		{"date-dal", day(2019, 2, 28), "dal| ventotto| febbraio| duemila|diciannove"},
		{"date", day(2027, 5, 3), "tre| maggio| duemilaventisette"},
	}
	for _, tt := range tests {
		got := strings.Join(sayItalian(tt.kind, facts.Value{N: tt.value}), "|")
		if got != tt.want {
			t.Errorf("%s %d is said %q, want %q", tt.kind, tt.value, got, tt.want)
		}
	}
}

// TestParts: the units of a filled line are found in its text.
func TestParts(t *testing.T) {
	f := facts.Set{"importo": {Kind: facts.Money, N: 114471}, "nome": {Kind: facts.Text, S: "Maria"}}
	tests := []struct{ id, want string }{
		{"naspi-quanto-1", "mille cento quarantaquattro euro e settantuno centesimi"},
		{"naspi-saluto-1", "Maria"},
		{"naspi-saluto-2", ""},
	}
	for _, tt := range tests {
		r := Lookup("it").Spoken(tt.id, f)
		var said []string
		for _, p := range r.Parts {
			said = append(said, r.Text[p.From:p.To])
		}
		if got := strings.Join(said, " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.id, got, tt.want)
		}
	}
	if r := Lookup("it").Spoken("naspi-saluto-1", nil); r.Text != "Ciao." || len(r.Parts)+len(r.Figures) != 0 {
		t.Errorf("without a name: %+v", r)
	}
}
