// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package manifest is the account that a run over a campaign leaves behind:
// what was made, how often, and the digests of the files. It holds counts and
// names of files, nothing about a person.
//
// A manifest is one JSON object in manifest.json:
//
//	{
//	  "format": "videoguida-manifest/1",
//	  "made_by": "batch",
//	  "batch": "2026-11",                     // the run's name: two runs of one name are one run made twice
//	  "shard": "1/4",                         // this machine's share of the batch
//	  "issued": "2026-11-24",                 // the day that the letters bear
//	  "base": "https://guida.example/",       // the address that the links begin with
//	  "kid": "kmxUZnF",                       // the key that signed
//	  "rows": 100000, "rejected": 2,          // read, and refused by the schema (rejected.csv)
//	  "letters": 99998, "tokens": 399992,     // a letter has a token per channel
//	  "raw": 0,                               // tokens that could not be packed and travel as they are
//	  "counts": [
//	    {"camp": "2026-11", "channel": "qr", "guide": "naspi", "tokens": 60123}
//	  ],                                      // sum: tokens; camp may be empty
//	  "qr_versions": {"10": 59876, "11": 247},
//	  "proof": {"tried": 123, "read": 123},   // codes worn and read back before they were let through
//	  "files": [{"name": "tokens.csv", "bytes": 131072, "sha256": "9f86…"}]
//	}
//
// Whoever imports the counts adds those of all shards of a batch, each once.
// Members that a reader does not know are to be passed over.
package manifest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
)

// Format is the format that this package writes and reads.
const Format = "videoguida-manifest/1"

// Manifest is the account of one run.
type Manifest struct {
	Format   string         `json:"format"`
	MadeBy   string         `json:"made_by"`
	Batch    string         `json:"batch"`
	Shard    string         `json:"shard"`
	Issued   string         `json:"issued"`
	Base     string         `json:"base,omitempty"`
	Kid      string         `json:"kid,omitempty"`
	Rows     int            `json:"rows"`
	Rejected int            `json:"rejected"`
	Letters  int            `json:"letters"`
	Tokens   int            `json:"tokens"`
	Raw      int            `json:"raw"`
	Counts   []Count        `json:"counts"`
	Versions map[string]int `json:"qr_versions,omitempty"`
	Proof    Proof          `json:"proof"`
	Files    []File         `json:"files"`
}

// Count is how many tokens of a guide go out by a channel for a campaign.
type Count struct {
	Camp    string `json:"camp"`
	Channel string `json:"channel"`
	Guide   string `json:"guide"`
	Tokens  int    `json:"tokens"`
}

// Proof is how many codes were tried before print, and how many of them were
// read; Redrawn of these only after they were laid under another mask.
type Proof struct {
	Tried   int `json:"tried"`
	Read    int `json:"read"`
	Redrawn int `json:"redrawn,omitempty"`
}

// File is a file that a run left, by its name below the manifest's folder.
type File struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Add counts n tokens more.
func Add(counts []Count, c Count) []Count {
	for i, old := range counts {
		if old.Camp == c.Camp && old.Channel == c.Channel && old.Guide == c.Guide {
			counts[i].Tokens += c.Tokens
			return counts
		}
	}
	return append(counts, c)
}

const (
	maxSize   = 16 << 20
	maxCounts = 10_000
)

var (
	label = regexp.MustCompile(`^[A-Za-z0-9._-]{0,64}$`)
	day   = regexp.MustCompile(`^20[0-9]{2}-[01][0-9]-[0-3][0-9]$`)
	share = regexp.MustCompile(`^[0-9]{1,4}/[0-9]{1,4}$`)
)

// Read reads a manifest and checks what it says against itself. Its errors
// name members, never what they hold.
func Read(r io.Reader) (Manifest, error) {
	var m Manifest
	data, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return m, err
	}
	if len(data) > maxSize {
		return m, errors.New("manifest: larger than 16 MiB")
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return Manifest{}, errors.New("manifest: not a JSON object of the kind")
	}
	if bad := m.wrong(); bad != "" {
		return Manifest{}, fmt.Errorf("manifest: %s does not hold", bad)
	}
	return m, nil
}

// wrong returns the name of a member that cannot be true.
func (m Manifest) wrong() string {
	switch {
	case m.Format != Format:
		return "format"
	case !label.MatchString(m.Batch):
		return "batch"
	case !share.MatchString(m.Shard):
		return "shard"
	case !day.MatchString(m.Issued):
		return "issued"
	case m.Rows < 0 || m.Rejected < 0 || m.Letters < 0 || m.Rows != m.Rejected+m.Letters:
		return "rows"
	case len(m.Counts) > maxCounts || slices.ContainsFunc(m.Counts, Count.wrong):
		return "counts"
	}
	sum := 0
	for _, c := range m.Counts {
		sum += c.Tokens
	}
	if sum != m.Tokens {
		return "tokens"
	}
	return ""
}

func (c Count) wrong() bool {
	return !label.MatchString(c.Camp) || !label.MatchString(c.Channel) || !label.MatchString(c.Guide) || c.Tokens < 0 || c.Tokens > 1e9
}
