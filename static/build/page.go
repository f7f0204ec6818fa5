// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// data is what the page tells its loader; it lies in the page as JSON.
type data struct {
	ID     string  `json:"id"`    // equal for programs that belong together
	Built  int64   `json:"built"` // Unix seconds
	Demo   bool    `json:"demo"`
	Reader program `json:"reader"`
	Film   program `json:"film"`
	Voice  voice   `json:"voice"`
	// Parents are the origins that may frame the page and send it the token.
	Parents []string        `json:"parents,omitempty"`
	Offline bool            `json:"offline"` // the service worker may keep the guide
	Keys    json.RawMessage `json:"keys"`
}

// voice are the addresses of the voice packs by language and pack name.
type voice map[string]map[string]string

// program is a browser program: its sizes let the progress bar be true.
type program struct {
	URL  string `json:"url"`
	Raw  int    `json:"raw"`  // bytes once unpacked
	Wire int    `json:"wire"` // bytes that travel
}

// slot is where the page receives its data.
const slot = `{"costruzione":true}`

// beside are the pages beside the guide, in the languages that it speaks.
var beside = []string{
	"accessibilita.html", "accessibilita.de.html", "accessibilita.en.html",
	"privacy.html", "privacy.de.html", "privacy.en.html",
	"licenze.html", "licenze.de.html", "licenze.en.html",
}

// pages publishes the pages beside the guide.
func (s *site) pages() error {
	for _, name := range beside {
		if err := s.page(name); err != nil {
			return err
		}
	}
	return nil
}

// page writes an HTML page under its own name, since people type it.
func (s *site) page(name string) error {
	b, err := os.ReadFile(filepath.Join(s.Root, "static", "site", name))
	if err == nil && strings.HasPrefix(name, "licenze.") {
		b, err = s.licences(b)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	s.manifest.ID = s.id()
	info, err := json.Marshal(data{
		ID: s.manifest.ID, Built: s.Now.Unix(), Demo: s.Demo,
		Reader: s.program("reader.wasm"), Film: s.program("film.wasm"),
		Voice: s.voice(), Keys: s.Keys, Parents: s.Parents, Offline: !s.Online,
	})
	if err != nil {
		return err
	}
	text, err := s.rename(string(b))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	html, err := minified(name, []byte(text))
	if err != nil {
		return err
	}
	text = strings.Replace(string(html), slot, string(info), 1)
	if name == "index.html" && text == string(html) {
		return errors.New("index.html has lost its data slot")
	}
	return s.write(name, name, []byte(text))
}

func (s *site) program(name string) program {
	f := s.manifest.Files[name]
	return program{URL: "/" + f.Name, Raw: f.Raw, Wire: f.Brotli}
}

// voice lists the voice packs: voice/it/naspi.vbk is pack naspi of it.
func (s *site) voice() voice {
	packs := voice{}
	for name, hashed := range s.names {
		dir, file := path.Split(name)
		lang, ok := strings.CutPrefix(path.Clean(dir), "voice/")
		if !ok {
			continue
		}
		if packs[lang] == nil {
			packs[lang] = map[string]string{}
		}
		packs[lang][strings.TrimSuffix(file, path.Ext(file))] = "/" + hashed
	}
	return packs
}

// id names the build: a digest of all the names that changed with a content.
func (s *site) id() string {
	var all []string
	for _, name := range s.names {
		all = append(all, name)
	}
	slices.Sort(all)
	sum := sha256.Sum256([]byte(strings.Join(all, "\n")))
	return hex.EncodeToString(sum[:6])
}
