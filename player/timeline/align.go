// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package timeline

import (
	"strings"
	"unicode"

	"videoguida/player/l10n"
)

// token is a word of a line: its bytes, and what it is compared by.
type token struct {
	from, size int
	text       string // lower case, letters and figures only
}

// align tells where the words of a caption are said: it returns a function from
// byte offsets of the caption to byte offsets of the spoken line. Words that
// are written as they are said lie opposite each other, so do the filled slots;
// what is between ("75 per cento", "NASpI-Com") is shared out evenly.
func align(written, spoken l10n.Rendered) func(offset int) int {
	w, s := tokens(written), tokens(spoken)
	twin := opposite(w, s)
	return func(offset int) int {
		for i := len(w) - 1; i >= 0 && len(s) > 0; i-- {
			if w[i].from > offset {
				continue
			}
			to := s[twin[i]]
			return to.from + min(offset-w[i].from, w[i].size)*to.size/max(w[i].size, 1)
		}
		return 0
	}
}

// tokens splits a line into words. A filled slot is one word, equal to the slot
// with the same number of the other line.
func tokens(r l10n.Rendered) []token {
	var out []token
	at := 0
	for i, slot := range r.Figures {
		out = words(out, r.Text, at, slot.From)
		out = append(out, token{slot.From, slot.To - slot.From, string(rune('A' + i))})
		at = slot.To
	}
	return words(out, r.Text, at, len(r.Text))
}

func words(out []token, text string, from, to int) []token {
	for at := from; at < to; {
		size := strings.IndexByte(text[at:to], ' ')
		if size < 0 {
			size = to - at
		}
		if w := plain(text[at : at+size]); w != "" {
			out = append(out, token{at, size, w})
		}
		at += size + 1
	}
	return out
}

// plain returns the letters and figures of a word, in lower case.
func plain(w string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, w)
}

// opposite returns, for each word of a, the index of the word of b that is
// said for it, never decreasing.
func opposite(a, b []token) []int {
	twin := make([]int, len(a))
	lastA, lastB := -1, -1 // the last pair of equal words
	share := func(toA, toB int) {
		for i := lastA + 1; i < toA; i++ {
			twin[i] = max(0, min(lastB+1+(i-lastA-1)*(toB-lastB-1)/(toA-lastA-1), len(b)-1))
		}
	}
	for _, pair := range common(a, b) {
		share(pair[0], pair[1])
		twin[pair[0]] = pair[1]
		lastA, lastB = pair[0], pair[1]
	}
	share(len(a), len(b))
	return twin
}

// common returns the pairs of a longest common sequence of two lines' words.
func common(a, b []token) (pairs [][2]int) {
	best := make([][]int, len(a)+1) // best[i][j]: length for a[i:], b[j:]
	for i := len(a); i >= 0; i-- {
		best[i] = make([]int, len(b)+1)
		for j := len(b) - 1; j >= 0 && i < len(a); j-- {
			if a[i].text == b[j].text {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].text == b[j].text:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
