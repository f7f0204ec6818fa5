// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice

//go:generate go run videoguida/cmd/voicebank names --names names.txt --out names_gen.go

import (
	"strings"
	"unicode"
)

// Buckets is into how many packs the given names are divided.
const Buckets = 8

// Bucket returns the pack of a given name, 0 to Buckets−1, and whether the name
// was recorded. Case and spaces do not matter, accents do.
func Bucket(name string) (int, bool) {
	want := "," + strings.Join(strings.Fields(strings.ToLower(name)), " ") + ","
	if strings.Count(want, ",") != 2 || want == ",," {
		return 0, false
	}
	bucket := 0
	for line := range strings.Lines(recorded) {
		if strings.Contains(line, want) {
			return bucket, true
		}
		bucket++
	}
	return 0, false
}

// Name writes a given name as the bank does: "maria teresa" is "Maria Teresa".
func Name(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		r := []rune(w)
		r[0] = unicode.ToUpper(r[0])
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}
