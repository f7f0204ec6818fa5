// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package milestone

// Log collects the milestones of one load of the page, each once, and writes
// them in batches. The zero Log is ready to use.
type Log struct {
	// Off keeps the log empty: the person does not want to be counted.
	Off bool
	// Campaign, Channel and Variant are the letter's; each batch carries them.
	Campaign, Channel, Variant string

	noted   map[Event]bool
	waiting []Event
}

// most is how many events a batch may have.
const most = 64

// Note adds an event, unless it was noted before, and reports whether it did.
func (l *Log) Note(e Event) bool {
	if l.Off || l.noted[e] {
		return false
	}
	if l.noted == nil {
		l.noted = map[Event]bool{}
	}
	l.noted[e] = true
	l.waiting = append(l.waiting, e)
	return true
}

// Batch writes what waits, at most 64 events, under a nonce of 22 base64url
// characters; "" when nothing does. What was sent is dropped with Sent.
func (l *Log) Batch(nonce string) string {
	if l.Off || len(l.waiting) == 0 {
		return ""
	}
	s := `{"v":1,"b":"` + nonce + `","c":"` + campaign(l.Campaign) + `","ch":"` + channel(l.Channel) + `"`
	if v := variant(l.Variant); v != "" {
		s += `,"va":"` + v + `"`
	}
	s += `,"e":[`
	for i, e := range l.waiting[:min(most, len(l.waiting))] {
		if i > 0 {
			s += ","
		}
		s += string(e)
	}
	return s + "]}"
}

// Sent drops the events of the last batch and reports whether more wait.
func (l *Log) Sent() (more bool) {
	l.waiting = l.waiting[min(most, len(l.waiting)):]
	return len(l.waiting) > 0
}

// campaign is a letter's campaign when it is a name of one, else "none": an
// issuer's mistake must not become something that tells letters apart. Letters
// for demonstration belong to no campaign.
func campaign(s string) string {
	if s == "demo" || len(s) < 2 || len(s) > 16 || s[0] == '-' || s[len(s)-1] == '-' {
		return "none"
	}
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return "none"
		}
	}
	return s
}

func channel(s string) string {
	switch s {
	case "qr", "myinps", "io", "mobile":
		return s
	}
	return "web"
}

func variant(s string) string {
	switch s {
	case "a", "b", "c", "d":
		return s
	}
	return ""
}
