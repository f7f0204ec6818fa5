// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package timeline

import (
	"strconv"
	"strings"
)

// VTT returns the captions as a WebVTT file; cue identifiers are the line ids.
func (t *Timeline) VTT() string {
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	last, part := -1, 0
	for _, c := range t.Cues {
		if c.Line != last {
			last, part = c.Line, 0
		}
		part++
		b.WriteString("\n" + t.Lines[c.Line].ID + "." + strconv.Itoa(part) + "\n")
		b.WriteString(Stamp(c.Start) + " --> " + Stamp(c.End) + "\n")
		b.WriteString(escapeVTT(c.Text) + "\n")
	}
	return b.String()
}

// Stamp writes ms as a WebVTT time, HH:MM:SS.mmm.
func Stamp(ms int) string {
	return pad(ms/3600000, 2) + ":" + pad(ms/60000%60, 2) + ":" + pad(ms/1000%60, 2) + "." + pad(ms%1000, 3)
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(width-len(s), 0)) + s
}

func escapeVTT(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
