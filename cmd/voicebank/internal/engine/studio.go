// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package engine

import (
	"fmt"
	"os"
	"path/filepath"

	"videoguida/cmd/voicebank/internal/sheet"
	"videoguida/cmd/voicebank/internal/sound"
)

// Studio is a person's recordings: WAV files named by a recording sheet.
type Studio struct {
	dir   string
	files map[string]string // phrase to the file's name
}

// OpenStudio reads the sheet of a folder of recordings.
func OpenStudio(dir string) (Studio, error) {
	b, err := os.ReadFile(filepath.Join(dir, sheet.CSVName))
	if err != nil {
		return Studio{}, err
	}
	rows, err := sheet.Parse(string(b))
	if err != nil {
		return Studio{}, fmt.Errorf("%s: %w", sheet.CSVName, err)
	}
	s := Studio{dir, map[string]string{}}
	for _, r := range rows {
		s.files[r.Text] = r.Name + ".wav"
	}
	return s, nil
}

// Say implements Voice: the recording of a phrase, found by its words.
func (s Studio) Say(text string) (sound.Sound, error) {
	name, ok := s.files[text]
	if !ok {
		return sound.Sound{}, fmt.Errorf("studio: %q is not on the sheet", text)
	}
	b, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		return sound.Sound{}, fmt.Errorf("studio: %w", err)
	}
	speech, err := sound.ParseWAV(b)
	if err != nil {
		return speech, fmt.Errorf("studio: %s: %w", name, err)
	}
	return speech, nil
}
