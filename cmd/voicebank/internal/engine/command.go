// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package engine gets carrier phrases spoken: by a speech synthesiser that a
// command template drives, or by a person, whose recordings it imports. What a
// synthesiser said once is kept, so that only changed phrases are said again.
package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"videoguida/cmd/voicebank/internal/sound"
)

// Voice says a phrase.
type Voice interface {
	Say(text string) (sound.Sound, error)
}

// Command is a synthesiser. Its words are run as they are, without a shell;
// {text} becomes the phrase and {out} the WAV file to write.
type Command struct {
	Words []string
	Cache string // folder of what was said before
}

// ParseCommand reads a template such as "pico2wave -l it-IT -w {out} {text}".
func ParseCommand(template, cache string) (Command, error) {
	for _, hole := range []string{"{text}", "{out}"} {
		if !strings.Contains(template, hole) {
			return Command{}, fmt.Errorf("engine: the template has no %s", hole)
		}
	}
	return Command{strings.Fields(template), cache}, nil
}

// Say implements Voice.
func (c Command) Say(text string) (sound.Sound, error) {
	b, err := c.wav(text)
	if err != nil {
		return sound.Sound{}, fmt.Errorf("engine: %q: %w", text, err)
	}
	s, err := sound.ParseWAV(b)
	if err != nil {
		return s, fmt.Errorf("engine: %q: %w", text, err)
	}
	return s, nil
}

func (c Command) wav(text string) ([]byte, error) {
	file := filepath.Join(c.Cache, Key(strings.Join(c.Words, " "), text)+".wav")
	if b, err := os.ReadFile(file); err == nil {
		return b, nil
	}
	dir, err := os.MkdirTemp("", "voicebank")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "out.wav")
	var args []string
	for _, w := range c.Words {
		args = append(args, strings.NewReplacer("{text}", text, "{out}", out).Replace(w))
	}
	if said, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s: %w: %s", args[0], err, strings.TrimSpace(string(said)))
	}
	b, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	return b, Keep(file, b)
}

// Key names what depends on these parts alone.
func Key(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:12])
}

// Keep writes a file of the cache whole or not at all.
func Keep(file string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	part := file + ".part"
	if err := os.WriteFile(part, b, 0o644); err != nil {
		return err
	}
	return os.Rename(part, file)
}
