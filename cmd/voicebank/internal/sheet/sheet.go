// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package sheet writes and reads the recording sheet: the phrases that a person
// reads aloud in a studio, the file each is recorded into, and which parts of it
// the bank uses.
package sheet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
)

// CSVName is the sheet's file name, beside the recordings.
const CSVName = "sheet.csv"

// Row is a phrase to record.
type Row struct {
	Name string // of its WAV file, without .wav
	Text string // to say
	Uses []Use
}

// Use is a part of a phrase that becomes a clip.
type Use struct {
	Form string // medial, final or whole
	Text string
}

var header = []string{"file", "phrase", "parts used"}

// CSV writes the rows: file, phrase, then "form: part" parted by " | ".
func CSV(rows []Row) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write(header) // a strings.Builder never fails
	for _, r := range rows {
		parts := make([]string, len(r.Uses))
		for i, u := range r.Uses {
			parts[i] = u.Form + ": " + u.Text
		}
		w.Write([]string{r.Name + ".wav", r.Text, strings.Join(parts, " | ")})
	}
	w.Flush()
	return b.String()
}

// Parse reads a sheet; the parts used are told for the reader only and are left
// out. Errors name line and field.
func Parse(text string) ([]Row, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = len(header)
	all, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("sheet: %w", err)
	}
	if len(all) < 2 {
		return nil, errors.New("sheet: no phrase")
	}
	var out []Row
	seen := map[string]bool{}
	for i, f := range all[1:] {
		name, ok := strings.CutSuffix(f[0], ".wav")
		switch {
		case !ok || !plain(name):
			return nil, fmt.Errorf("sheet: row %d: file: want a plain name ending in .wav", i+2)
		case seen[name]:
			return nil, fmt.Errorf("sheet: row %d: file: twice on the sheet", i+2)
		case strings.TrimSpace(f[1]) == "":
			return nil, fmt.Errorf("sheet: row %d: phrase: empty", i+2)
		}
		seen[name] = true
		out = append(out, Row{Name: name, Text: f[1]})
	}
	return out, nil
}

// plain reports whether a file's name cannot lead out of its folder.
func plain(name string) bool {
	return name != "" && name[0] != '.' && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == ""
}
