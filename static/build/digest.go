// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Digest returns the SHA-256 of a built site in hexadecimal: of the lines that
// sha256sum prints for its files, sorted by the bytes of their names. Equal
// digests mean equal files. Files that were kept of the release before do not
// count, nor does their list: a site has one digest wherever it is built.
//
// Of a site built into an empty folder this prints the same:
//
//	find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum
func Digest(site fs.FS) (string, error) {
	manifest, err := fs.ReadFile(site, manifestName)
	var m Manifest
	if err == nil {
		err = json.Unmarshal(manifest, &m)
	}
	if err != nil {
		return "", fmt.Errorf("this is not a built site: %w", err)
	}
	previous := m.Previous
	if m.Previous = nil; len(previous) > 0 {
		if manifest, err = m.encode(); err != nil {
			return "", err
		}
	}
	var lines []string
	err = fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || slices.Contains(previous, plain(name)) {
			return err
		}
		b := manifest
		if name != manifestName {
			b, err = fs.ReadFile(site, name)
		}
		lines = append(lines, fmt.Sprintf("%s\x00%x", name, sha256.Sum256(b)))
		return err
	})
	slices.Sort(lines)
	all := sha256.New()
	for _, line := range lines {
		name, sum, _ := strings.Cut(line, "\x00")
		fmt.Fprintf(all, "%s  %s\n", sum, name)
	}
	return hex.EncodeToString(all.Sum(nil)), err
}

// plain is the name of the file that a compressed form belongs to.
func plain(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, ".br"), ".gz")
}
