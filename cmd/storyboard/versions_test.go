// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"videoguida/player/civil"
	"videoguida/tokengen/demo"
)

// TestVersionsTellBothLengths: with the voice the page says how long a version
// takes read and heard.
func TestVersionsTellBothLengths(t *testing.T) {
	day := civil.Date(2026, 11, 24)
	table, _ := demo.Versions("pension", time.Unix(int64(day)*86400, 0))
	v := table.Versions[7]
	b, err := newBook(options{out: t.TempDir(), lang: "it", size: "200x200", voice: "../../static/site/voice/it"}, v.Claims, day)
	if err != nil {
		t.Fatal(err)
	}
	var html strings.Builder
	if err := versionsPage.Execute(&html, versionsOf(table, []edition{{Version: v, Number: "8", book: b}})); err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`<th[^>]*>Con la voce</th>`).MatchString(html.String()) ||
		!regexp.MustCompile(`<td class="n">4:44</td><td class="n">4:4\d</td>`).MatchString(html.String()) || b.silent == b.tl.Duration {
		t.Errorf("silent %d ms, with the voice %d ms: %s", b.silent, b.tl.Duration, html.String())
	}
}
