// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package declared

import (
	"strconv"
	"strings"
)

const head = `# Metrics

<!-- Code generated from static/metrics/declared by "go generate ./static/metrics/declared". DO NOT EDIT. -->

Everything that the guide counts about its use. What is not on this page is not counted: the server refuses a batch that holds an
unknown name, value or member, and says why in the header ` + "`Videoguida-Refused`" + `. The server keeps sums alone: no address, no
User-Agent, no identifier, nothing of a letter. [PRIVACY.md](PRIVACY.md) tells what that means for a person.

The browser sends ` + "`POST /m`" + ` as text/plain, at most 8 KB and 64 events:

` + "```json" + `
{"v":1,"b":"3q2-7wAAAAAAAAAAAAAAAA","c":"2026q4","ch":"qr","va":"b","e":[["start"],["scene",7],["ttff",5]]}
` + "```" + `

| Member | What |
|---|---|
| v | version of this format, 1 |
| b | a random word for this batch alone, 22 base64url characters: a batch that is sent again is counted once |
| c | campaign, such as 2026q4; "none" without one |
`

// Document returns the list as docs/METRICS.md tells it.
func Document() string {
	var b strings.Builder
	b.WriteString(head)
	b.WriteString("| ch | channel: " + strings.Join(Channels, ", ") + " |\n")
	b.WriteString("| va | rollout arm, may be missing: " + strings.Join(Variants, ", ") + " |\n")
	b.WriteString("| e | events: a name below and its arguments, none twice |\n")
	b.WriteString("\n## Events\n")
	for _, m := range Metrics {
		m.document(&b)
	}
	b.WriteString("\n## Times to the first frame\n\n| Bucket | Milliseconds |\n|---|---|\n")
	last := 0
	for i, end := range FirstFrameBounds {
		b.WriteString("| " + strconv.Itoa(i) + " | " + strconv.Itoa(last) + " to " + strconv.Itoa(end) + " |\n")
		last = end
	}
	b.WriteString("| " + strconv.Itoa(len(FirstFrameBounds)) + " | " + strconv.Itoa(last) + " or more |\n")
	return b.String()
}

func (m Metric) document(b *strings.Builder) {
	b.WriteString("\n### " + m.Name + "\n\n" + m.Purpose + "\n\n")
	b.WriteString("- When: " + m.When + "\n")
	for _, a := range m.Args {
		kind := "one of"
		if a.Number {
			kind = "number, one of"
		}
		b.WriteString("- " + a.Name + ": " + kind + " " + strings.Join(a.Values, ", ") + "\n")
	}
	if len(m.By) > 0 {
		b.WriteString("- Also counted by: ")
		for i, d := range m.By {
			b.WriteString([]string{"", ", "}[min(i, 1)] + string(d))
		}
		b.WriteString("\n")
	}
	b.WriteString("- Owner: " + m.Owner + ". To be reviewed by " + m.Review + ".\n")
}
