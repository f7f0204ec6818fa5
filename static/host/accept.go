// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"strconv"
	"strings"
)

// acceptable is a parsed Accept-Encoding: each coding's quality.
type acceptable map[string]float64

// maxAccept bounds the header that is read, bytes.
const maxAccept = 1024

// parseAccept reads an Accept-Encoding header (RFC 9110, 12.5.3). What it
// cannot read counts as refused: the plain file always works.
func parseAccept(header string) acceptable {
	a := acceptable{}
	if len(header) > maxAccept {
		return a
	}
	for part := range strings.SplitSeq(strings.ToLower(header), ",") {
		coding, params, weighted := strings.Cut(part, ";")
		q := 1.0
		if weighted {
			q = quality(params)
		}
		if coding = strings.TrimSpace(coding); coding != "" {
			a[coding] = q
		}
	}
	return a
}

func quality(params string) float64 {
	name, value, _ := strings.Cut(strings.TrimSpace(params), "=")
	if strings.TrimSpace(name) != "q" {
		return 0
	}
	q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || q < 0 || q > 1 {
		return 0
	}
	return q
}

// takes reports whether the client accepts a coding at all.
func (a acceptable) takes(coding string) bool {
	if q, named := a[coding]; named {
		return q > 0
	}
	return a["*"] > 0
}
