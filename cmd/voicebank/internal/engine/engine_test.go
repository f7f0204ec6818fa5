// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package engine

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"videoguida/cmd/voicebank/internal/sheet"
	"videoguida/cmd/voicebank/internal/sound"
)

// TestStudio: a person's recording is found by the phrase it says.
func TestStudio(t *testing.T) {
	dir := t.TempDir()
	speech := sound.Sound{Rate: 48_000, S: make([]float64, 480)}
	rows := []sheet.Row{row("saluto", "Ciao, Maria."), row("lost", "Ciao, Luca."), row("bad", "Ciao, Sara.")}
	for name, b := range map[string][]byte{sheet.CSVName: []byte(sheet.CSV(rows)), "saluto.wav": speech.WAV(), "bad.wav": []byte("no sound")} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := OpenStudio(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Say("Ciao, Maria."); err != nil || got.Rate != 48_000 || len(got.S) != 480 {
		t.Errorf("%d samples at %d: %v", len(got.S), got.Rate, err)
	}
	for text, want := range map[string]string{"Buongiorno.": "not on the sheet", "Ciao, Luca.": "lost.wav", "Ciao, Sara.": "bad.wav: header"} {
		if _, err := s.Say(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// TestCommand: the words of a template are run without a shell, and what was
// said is not said again.
func TestCommand(t *testing.T) {
	dir := t.TempDir()
	source := filepath.Join(dir, "source.wav")
	if err := os.WriteFile(source, sound.Sound{Rate: 16_000, S: make([]float64, 160)}.WAV(), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := ParseCommand("cp {text} {out}", filepath.Join(dir, "cache"))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time the source is gone
		if got, err := c.Say(source); err != nil || len(got.S) != 160 {
			t.Fatalf("%d samples: %v", len(got.S), err)
		}
		os.Remove(source)
	}
	if _, err := c.Say(source + "; echo"); err == nil {
		t.Error("a phrase that the engine refused was said")
	}
	for _, bad := range []string{"", "pico2wave -w {out}", "pico2wave {text}"} {
		if _, err := ParseCommand(bad, dir); err == nil {
			t.Errorf("template %q was taken", bad)
		}
	}
}

// row is a phrase to be said under a name.
func row(name, text string) (r sheet.Row) {
	r.Name, r.Text = name, text
	return r
}
