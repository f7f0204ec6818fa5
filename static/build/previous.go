// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// named is a name that changes with its content.
var named = regexp.MustCompile(`^[a-z0-9/_-]+\.[0-9a-f]{10}\.[a-z0-9]+$`)

// keep takes the files of the release before along: who opened the page then
// still finds its programs. What that release had kept itself is left behind, so
// a site holds two releases.
func (s *site) keep(before string) error {
	b, err := os.ReadFile(filepath.Join(before, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var old Manifest
	if err == nil {
		err = json.Unmarshal(b, &old)
	}
	if err != nil {
		return fmt.Errorf("the release before, %s: %w", before, err)
	}
	for _, f := range old.Files {
		if !named.MatchString(f.Name) {
			continue
		}
		if _, err := os.Stat(filepath.Join(s.Out, f.Name)); err == nil {
			continue // unchanged
		}
		if err := s.carry(before, f.Name); err != nil {
			return err
		}
		s.manifest.Previous = append(s.manifest.Previous, f.Name)
	}
	slices.Sort(s.manifest.Previous)
	return nil
}

// carry copies a file with its compressed forms.
func (s *site) carry(before, name string) error {
	for _, ext := range []string{"", ".br", ".gz"} {
		b, err := os.ReadFile(filepath.Join(before, name+ext))
		if errors.Is(err, fs.ErrNotExist) && ext != "" {
			continue
		}
		if err != nil {
			return err
		}
		to := filepath.Join(s.Out, name+ext)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, b, 0o644); err != nil {
			return err
		}
	}
	return nil
}
