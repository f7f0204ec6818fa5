// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package parts

import (
	"errors"
	"strings"
)

// ErrUnknown means that a licence must be read by somebody before the module is
// used.
var ErrUnknown = errors.New("its licence is not among those that go with the EUPL: read it, then add it to static/build/parts/identify.go")

// known are licences under which a part may be built into the guide, by the
// sentences that each text must hold. The first that fits counts.
var known = []struct {
	id    string
	words []string
}{
	{"Apache-2.0", []string{"Apache License", "Version 2.0", "Grant of Patent License"}},
	{"BSD-3-Clause", []string{"Redistribution and use in source and binary forms", "Neither the name", "this list of conditions"}},
	{"BSD-2-Clause", []string{"Redistribution and use in source and binary forms", "this list of conditions"}},
	{"MIT", []string{"Permission is hereby granted, free of charge", "The above copyright notice and this permission notice shall be included"}},
	{"ISC", []string{"Permission to use, copy, modify, and/or distribute this software for any purpose"}},
}

// identify names the licence of a text.
func identify(text string) (string, error) {
	text = strings.Join(strings.Fields(text), " ")
	for _, forbidden := range []string{"GNU GENERAL PUBLIC LICENSE", "GNU AFFERO", "Commons Clause", "Business Source License"} {
		if strings.Contains(text, forbidden) {
			return "", ErrUnknown
		}
	}
next:
	for _, l := range known {
		for _, words := range l.words {
			if !strings.Contains(text, words) {
				continue next
			}
		}
		return l.id, nil
	}
	return "", ErrUnknown
}
