// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice_test

import (
	"strings"
	"testing"

	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/player/voice"
)

// invented are the facts of an invented person.
func invented() facts.Set {
	date := func(y, m, d int) facts.Value {
		return facts.Value{Kind: facts.Date, N: int64(civil.Date(y, m, d))}
	}
	return facts.Set{
		"nome":           {Kind: facts.Text, S: "MARIA"},
		"importo":        {Kind: facts.Money, N: 114471},
		"riferimento":    {Kind: facts.Money, N: 156782},
		"giorni":         {Kind: facts.Count, N: 364},
		"mesi":           {Kind: facts.Count, N: 12},
		"primoPagamento": date(2026, 12, 11),
		"decorrenza":     date(2026, 11, 1),
		"scadenzaGuida":  date(2027, 5, 23),
	}
}

// split writes the units of a line: form and text, parted by |.
func split(r l10n.Rendered) string {
	var out []string
	for _, p := range voice.Units(r) {
		out = append(out, string(rune(p.Form))+" "+p.Text)
	}
	return strings.Join(out, "|")
}

func TestUnits(t *testing.T) {
	tests := []struct{ id, want string }{
		{"naspi-saluto-1", "m Ciao,|f Maria"},
		{"naspi-saluto-2", "w Ho una buona notizia: la tua domanda di Naspi è accolta."},
		{"naspi-quanto-1", "m All'inizio, ogni mese, ti spettano|m mille|m cento|m quarantaquattro|m euro|m e settantuno|f centesimi"},
		{"naspi-quando-1c", "m Il primo pagamento era previsto per|m l'undici|m dicembre|f duemilaventisei|f Se non è arrivato, chiamaci."},
		{"naspi-durata-1", "m La tua Naspi dura|m trecento|m sessantaquattro|f giorni|m Sono circa|m dodici|f mesi"},
		{"naspi-voto-2", "m Puoi rivederla fino|m al|m ventitré|m maggio|f duemilaventisette"},
		{"naspi-voto-3", "m Grazie,|f Maria|f Ti auguro di trovare presto un buon lavoro. Ciao!"},
	}
	for _, tt := range tests {
		if got := split(l10n.Lookup("it").Spoken(tt.id, invented())); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.id, got, tt.want)
		}
	}
	if got, want := split(l10n.Lookup("it").AltSpoken("naspi-durata-1", invented())), "m La Naspi parte|m dal|m primo|m novembre|f duemilaventisei"; got != want {
		t.Errorf("audio description:\n got %s\nwant %s", got, want)
	}
}

// TestUnitsWithoutAName: a greeting without a name is one whole unit.
func TestUnitsWithoutAName(t *testing.T) {
	for id, want := range map[string]string{
		"naspi-saluto-1": "w Ciao.",
		"naspi-voto-3":   "w Grazie. Ti auguro di trovare presto un buon lavoro. Ciao!",
	} {
		if got := split(l10n.Lookup("it").Spoken(id, nil)); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// TestUnitsSayTheLine: joined, the units of every line are its words, and each
// lies where it says.
func TestUnitsSayTheLine(t *testing.T) {
	c, f := l10n.Lookup("it"), invented()
	lines := 0
	for _, id := range c.IDs() {
		for _, r := range []l10n.Rendered{c.Spoken(id, f), c.AltSpoken(id, f)} {
			at := 0
			for _, p := range voice.Units(r) {
				if between := r.Text[at:p.From]; strings.Trim(between, " .?!,;:…") != "" {
					t.Errorf("%s: %q is in no unit", id, between)
				}
				if said := r.Text[p.From:p.To]; said != p.Text && p.Kind != "name" {
					t.Errorf("%s: unit %q lies on %q", id, p.Text, said)
				}
				at = p.To
			}
			if rest := r.Text[at:]; strings.Trim(rest, " .?!,;:…") != "" {
				t.Errorf("%s: %q is in no unit", id, rest)
			}
			lines++
		}
	}
	if lines < 500 {
		t.Errorf("only %d lines", lines)
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string]bool{
		"Maria": true, "  MARIA ": true, "maría": false, "": false, ",": false, "Maria,Sara": false, "maria,": false, "\n": false,
	} {
		if n, ok := voice.Bucket(name); ok != want || n < 0 || n >= voice.Buckets {
			t.Errorf("%q: bucket %d, recorded %v", name, n, ok)
		}
	}
	if got := voice.Name("  marìa  TERESA "); got != "Marìa Teresa" {
		t.Errorf("got %q", got)
	}
}
