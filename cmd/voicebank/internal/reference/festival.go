// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package reference says phrases with festival's Italian diphone voice, whose
// phones have exactly known times. It is only listened to for alignment: none
// of its sound reaches the bank.
package reference

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"videoguida/cmd/voicebank/internal/align"
	"videoguida/cmd/voicebank/internal/engine"
	"videoguida/cmd/voicebank/internal/sound"
)

// Festival is an installed festival with the voice italian lp (festvox-italp16k).
type Festival struct {
	Program string
	Cache   string // folder of what was said before
}

//go:embed say.scm
var program string

// Say returns what the voice says for words, and the phones it says: each
// knows its word.
func (f Festival) Say(words []string) (align.Reference, error) {
	text := strings.Join(words, " ")
	base := filepath.Join(f.Cache, engine.Key(program, text))
	wav, err1 := os.ReadFile(base + ".wav")
	list, err2 := os.ReadFile(base + ".phones")
	if err1 != nil || err2 != nil {
		var err error
		if wav, list, err = f.speak(text, base); err != nil {
			return align.Reference{}, fmt.Errorf("reference: %q: %w", text, err)
		}
	}
	phones, err := parsePhones(string(list), len(words))
	if err != nil {
		return align.Reference{}, fmt.Errorf("reference: %q: %w", text, err)
	}
	s, err := sound.ParseWAV(wav)
	return align.Reference{Sound: s, Phones: phones}, err
}

// speak runs festival and keeps what it said.
func (f Festival) speak(text, base string) (wav, list []byte, err error) {
	dir, err := os.MkdirTemp("", "voicebank")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(dir)
	script, out := filepath.Join(dir, "say.scm"), filepath.Join(dir, "out.wav")
	call := fmt.Sprintf("%s\n(say \"%s\" \"%s\")\n", program, latin1(text), out)
	if err := os.WriteFile(script, []byte(call), 0o600); err != nil {
		return nil, nil, err
	}
	var said, complaint bytes.Buffer
	cmd := exec.Command(f.Program, "-b", script)
	cmd.Stdout, cmd.Stderr = &said, &complaint
	if err := cmd.Run(); err != nil {
		return nil, nil, fmt.Errorf("%s: %w: %s", f.Program, err, strings.TrimSpace(complaint.String()))
	}
	if wav, err = os.ReadFile(out); err != nil {
		return nil, nil, fmt.Errorf("%s wrote nothing: %s", f.Program, strings.TrimSpace(complaint.String()))
	}
	list = said.Bytes()
	if err := engine.Keep(base+".wav", wav); err != nil {
		return nil, nil, err
	}
	return wav, list, engine.Keep(base+".phones", list)
}

// latin1 encodes a text as festival reads it; quotes would end its string and
// letters that the encoding lacks lose their mark.
func latin1(text string) string {
	b := make([]byte, 0, len(text))
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
		case r == '’':
			b = append(b, '\'')
		case r < 0x100:
			b = append(b, byte(r))
		default:
			b = append(b, '.')
		}
	}
	return string(b)
}
