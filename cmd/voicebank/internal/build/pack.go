// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"videoguida/cmd/voicebank/internal/carrier"
	"videoguida/cmd/voicebank/internal/mp3"
	"videoguida/player/voice"
)

// Pack puts the clips into their packs, sorted by name. The packs of names are
// padded to one size, so that the size of a request tells nothing.
func Pack(all []Clip, lang string, delay int) []*voice.Pack {
	clips := map[string][]Clip{}
	for _, c := range all {
		clips[c.Pack] = append(clips[c.Pack], c)
	}
	var out []*voice.Pack
	for name, list := range clips {
		out = append(out, pack(name, lang, delay, list))
	}
	slices.SortFunc(out, func(a, b *voice.Pack) int { return strings.Compare(a.Name, b.Name) })
	pad(out)
	return out
}

func pack(name, lang string, delay int, clips []Clip) *voice.Pack {
	slices.SortFunc(clips, func(a, b Clip) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), cmp.Compare(a.Form, b.Form))
	})
	p := &voice.Pack{Lang: lang, Name: name, Rate: mp3.Rate, Delay: delay}
	for _, c := range clips {
		c.Offset, c.Length = len(p.Blobs), len(c.MP3)
		p.Blobs = append(p.Blobs, c.MP3...)
		p.Clips = append(p.Clips, c.Clip)
	}
	return p
}

func pad(packs []*voice.Pack) {
	const step = 1024 // bytes: small changes of a name keep the size
	longest := 0
	names := map[*voice.Pack]int{}
	for _, p := range packs {
		if strings.HasPrefix(p.Name, strings.TrimSuffix(carrier.Names(0), "0")) {
			names[p] = len(p.Encode())
			longest = max(longest, names[p])
		}
	}
	longest = (longest + step - 1) / step * step
	for p, n := range names {
		p.Blobs = append(p.Blobs, make([]byte, longest-n)...)
	}
}

// Write writes the packs into a folder, one file each, and removes packs that
// are there no more. It reads back what it wrote.
func Write(dir string, packs []*voice.Pack) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	old, err := filepath.Glob(filepath.Join(dir, "*"+Extension))
	if err != nil {
		return err
	}
	for _, f := range old {
		if !slices.ContainsFunc(packs, func(p *voice.Pack) bool { return p.Name+Extension == filepath.Base(f) }) {
			if err := os.Remove(f); err != nil {
				return err
			}
		}
	}
	for _, p := range packs {
		b := p.Encode()
		if back, err := voice.Parse(b); err != nil || !bytes.Equal(back.Encode(), b) {
			return fmt.Errorf("pack %s cannot be read back: %w", p.Name, err)
		}
		if err := os.WriteFile(filepath.Join(dir, p.Name+Extension), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// Extension is that of a pack's file.
const Extension = ".vbk"
