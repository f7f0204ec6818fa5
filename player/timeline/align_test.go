// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package timeline

import (
	"strings"
	"testing"

	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/l10n"
)

// TestAlign: each word of a caption lies opposite the words that say it.
func TestAlign(t *testing.T) {
	f := facts.Set{
		"importo": {Kind: facts.Money, N: 114471}, "giorni": {Kind: facts.Count, N: 364}, "mesi": {Kind: facts.Count, N: 12},
		"primoPagamento": {Kind: facts.Date, N: int64(civil.Date(2026, 12, 11))}, "nome": {Kind: facts.Text, S: "Maria"},
	}
	tests := []struct{ id, written, said string }{
		{"naspi-quanto-1", "1.144,71 euro", "millecento"},
		{"naspi-quanto-5a", "75 per", "settantacinque"},
		{"naspi-quanto-5b", "25 per", "venticinque"},
		{"naspi-quanto-5b", "Sulla paga", "Sulla"},
		{"naspi-durata-1", "Sono circa", "Sono"},
		{"naspi-durata-1", "12 mesi", "dodici"},
		{"naspi-quando-1c", "l'11 dicembre", "l'undici"},
		{"naspi-quando-1c", "Se non", "Se non"},
		{"naspi-lavoro-5", "Se no", "Se no"},
		{"naspi-lavoro-5", "NASpI-Com", "Naspi com"},
		{"naspi-contatti-3", "SMS", "esse emme"},
		{"naspi-contatti-3", "non hanno", "non hanno"},
		{"naspi-contatti-2b", "la tua", "la tua"},
		{"naspi-servizi-2", "l'803 164", "l'otto"},
		{"naspi-voto-3", "Ti auguro", "Ti auguro"},
	}
	c := l10n.Lookup("it")
	for _, tt := range tests {
		w, s := c.Caption(tt.id, f), c.Spoken(tt.id, f)
		at := strings.Index(w.Text, tt.written)
		if at < 0 {
			t.Errorf("%s does not say %q", tt.id, tt.written)
			continue
		}
		if got := s.Text[align(w, s)(at):]; !strings.HasPrefix(got, tt.said) {
			t.Errorf("%s: %q lies opposite %q, want %q", tt.id, tt.written, got, tt.said)
		}
	}
}

// TestAlignEveryLine: offsets never go back, and end within the line.
func TestAlignEveryLine(t *testing.T) {
	for _, lang := range l10n.Langs() {
		c := l10n.Lookup(lang)
		for _, id := range c.IDs() {
			w, s := c.Caption(id, nil), c.Spoken(id, nil)
			twin, last := align(w, s), 0
			for i := range w.Text {
				at := twin(i)
				if at < last || at > len(s.Text) {
					t.Fatalf("%s: byte %d lies at %d after %d, of %d", id, i, at, last, len(s.Text))
				}
				last = at
			}
		}
	}
	if at := align(l10n.Rendered{Text: "a b"}, l10n.Rendered{})(2); at != 0 {
		t.Errorf("a word lies at %d of nothing", at)
	}
}
