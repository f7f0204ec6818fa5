// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"strings"
	"testing"

	"videoguida/cmd/internal/cli"
	"videoguida/cmd/internal/script"
)

func TestMain(m *testing.M) { script.Main(m, "voicebank", program.MainAt) }

// TestScripts runs the command as a person would; testdata tells what they see.
func TestScripts(t *testing.T) { script.Run(t) }

// TestSay: values as staff write them, in words and clips of the bank.
func TestSay(t *testing.T) {
	for value, want := range map[string]string{
		"1234.56 EUR":   "milleduecentotrentaquattro euro e cinquantasei centesimi|m mille|m duecento|m trentaquattro|m euro|m e cinquantasei|f centesimi",
		"2018.08 EUR":   "duemiladiciotto euro e otto centesimi|m duemila|m diciotto|m euro|m e otto|f centesimi",
		"999999.99 EUR": "novecentonovantanovemilanovecentonovantanove euro e novantanove centesimi|m novecento|m novantanove|m mila|m novecento|m novantanove|m euro|m e novantanove|f centesimi",
		"1 EUR":         "un euro|f un euro",
		"1.50 EUR":      "un euro e cinquanta centesimi|m un euro|m e cinquanta|f centesimi",
		"2026-12-01":    "primo dicembre duemilaventisei|m primo|m dicembre|f duemilaventisei",
		"21 giorni":     "ventuno giorni|m ventuno|f giorni",
		"1 mese":        "un mese|f un mese",
	} {
		var out, errw strings.Builder
		if code := program.Run([]string{"say", "--bank", "../../static/site/voice/it", value}, cli.Std{Out: &out, Err: &errw}); code != 0 {
			t.Errorf("%s: status %d, %s", value, code, errw.String())
			continue
		}
		var got []string
		for i, line := range strings.Split(strings.TrimSpace(out.String()), "\n") {
			unit, where, _ := strings.Cut(strings.TrimSpace(line), " (")
			if i > 0 && !strings.HasPrefix(where, "figures, ") {
				t.Errorf("%s: %s", value, line)
			}
			got = append(got, unit)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s:\n got %s\nwant %s", value, strings.Join(got, "|"), want)
		}
	}
}

// TestSayMissing: no guide speaks a percentage that a letter brings, so no clip
// of it is carried, and say tells so.
func TestSayMissing(t *testing.T) {
	var out, errw strings.Builder
	code := program.Run([]string{"say", "--bank", "../../static/site/voice/it", "75 %"}, cli.Std{Out: &out, Err: &errw})
	want := "settantacinque per cento\n  m settantacinque (figures, "
	if code != 0 || !strings.HasPrefix(out.String(), want) || !strings.HasSuffix(out.String(), "  f per cento (missing)\n") {
		t.Errorf("status %d: %s%s", code, out.String(), errw.String())
	}
}
