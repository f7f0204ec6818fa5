// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package reference

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"videoguida/cmd/voicebank/internal/align"
)

// pause is the name of silence in the voice's phone set.
const pause = "#"

// parsePhones reads "words N", then a line per phone: name, word, end.
func parsePhones(list string, words int) ([]align.Phone, error) {
	head, rest, _ := strings.Cut(list, "\n")
	n, err := strconv.Atoi(strings.TrimPrefix(head, "words "))
	if err != nil {
		return nil, errors.New("words: the first line is not a count")
	}
	if n != words {
		return nil, fmt.Errorf("words: the reference read %d, not %d", n, words)
	}
	var out []align.Phone
	now := 0.0
	for line := range strings.Lines(rest) {
		p, err := parsePhone(strings.TrimSpace(line), words)
		if err != nil {
			return nil, err
		}
		if p.To < now {
			return nil, errors.New("end: the phones are not in order")
		}
		p.From, now = now, p.To
		out = append(out, p)
	}
	if len(out) == 0 {
		return nil, errors.New("phones: there are none")
	}
	return out, nil
}

func parsePhone(line string, words int) (align.Phone, error) {
	f := strings.Fields(line)
	if len(f) != 3 {
		return align.Phone{}, errors.New("phone: a line has not three fields")
	}
	word, err := strconv.Atoi(f[1])
	if err != nil || word < 0 || word >= words {
		return align.Phone{}, errors.New("word: out of range")
	}
	end, err := strconv.ParseFloat(f[2], 64)
	if err != nil || !(end >= 0 && end < 3600) {
		return align.Phone{}, errors.New("end: not a time")
	}
	if f[0] == pause {
		word = -1
	}
	return align.Phone{Name: f[0], Token: word, To: end}, nil
}
