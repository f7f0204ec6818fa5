package avatar

import (
	"unicode"
	"unicode/utf8"
)

// Event says which mouth a line's text asks for from a point on.
type Event struct {
	At float32 // 0…1 of the line's speech
	V  Viseme
}

// Lips appends the mouths of a spoken Italian line to track, evenly by
// characters.
func Lips(spoken string, track []Event) []Event {
	total := float32(max(utf8.RuneCountInString(spoken), 1))
	n, last := 0, visemes
	var prev rune
	for _, r := range spoken {
		r = unicode.ToLower(r)
		if v, ok := mouthOf(prev, r); ok && v != last {
			track = append(track, Event{float32(n) / total, v})
			last = v
		}
		prev = r
		n++
	}
	return append(track, Event{1, X})
}

// mouthOf returns the mouth of a letter after another; ok is false when the
// letter keeps the mouth as it is: h is mute, i after c and g only softens.
func mouthOf(prev, r rune) (v Viseme, ok bool) {
	switch r {
	case 'a', 'à':
		return D, true
	case 'e', 'è', 'é':
		return C, true
	case 'i', 'ì':
		return B, prev != 'c' && prev != 'g'
	case 'o', 'ò':
		return E, true
	case 'u', 'ù', 'w':
		return F, true
	case 'm', 'b', 'p':
		return A, true
	case 'f', 'v':
		return G, true
	case 'l':
		return H, true
	case 'h', '\'', '’', ' ':
		return X, false
	case '.', ',', ':', ';', '?', '!':
		return X, true
	}
	return B, true
}

// blendMs is how long one mouth takes to become the next.
const blendMs = 70

// MouthAt returns the mouth at u (0…1) of a line lasting ms.
func MouthAt(track []Event, u float32, ms int) Mouth {
	m := Mouth{X, X, 0}
	for i, e := range track {
		if u < e.At {
			break
		}
		from := X
		if i > 0 {
			from = track[i-1].V
		}
		m = Mouth{from, e.V, step((u - e.At) * float32(ms) / blendMs)}
	}
	return m
}
