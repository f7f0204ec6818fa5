// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// workerData is what the service worker is told.
type workerData struct {
	ID    string   `json:"id"`
	Files []string `json:"files"` // what every letter needs beside the page
	Packs []string `json:"packs"` // voice packs, of which each letter needs some
}

// worker writes the service worker under its fixed name, or the one that
// undoes it.
func (s *site) worker() error {
	name := "sw.js"
	if s.Online {
		name = "sw-off.js"
	}
	b, err := os.ReadFile(filepath.Join(s.Root, "static", "site", name))
	if err != nil {
		return err
	}
	text := string(b)
	if !s.Online {
		info, err := json.Marshal(s.workerData())
		if err != nil {
			return err
		}
		if text = strings.Replace(text, slot, string(info), 1); text == string(b) {
			return errors.New("sw.js has lost its data slot")
		}
	}
	js, err := minified("sw.js", []byte(text))
	if err != nil {
		return err
	}
	return s.write("sw.js", "sw.js", js)
}

// workerData lists what may be kept on a device. Licences and the icons of a
// home screen are not needed there.
func (s *site) workerData() workerData {
	w := workerData{ID: s.manifest.ID}
	for _, name := range beside {
		w.Files = append(w.Files, "/"+name)
	}
	for name, hashed := range s.names {
		switch {
		case path.Ext(name) == ".vbk":
			w.Packs = append(w.Packs, "/"+hashed)
		case path.Ext(name) != ".png" && path.Ext(name) != ".txt":
			w.Files = append(w.Files, "/"+hashed)
		}
	}
	slices.Sort(w.Files)
	slices.Sort(w.Packs)
	return w
}

// origin is an exact origin: https, or http on this machine for trials.
var origin = regexp.MustCompile(`^(https://[a-z0-9.-]+|http://(localhost|127\.0\.0\.1))(:[0-9]{1,5})?$`)

// checkParent accepts an exact origin, for it becomes part of a header and of
// the page.
func checkParent(parent string) error {
	if !origin.MatchString(parent) {
		return fmt.Errorf("a page that may frame the guide must be named by its exact origin, such as https://www.inps.it, not %q", parent)
	}
	return nil
}
