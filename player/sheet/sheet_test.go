// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sheet_test

import (
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/guide"
	"videoguida/player/l10n"
	"videoguida/player/sheet"
	"videoguida/tokengen/token"
)

var update = flag.Bool("update", false, "write the goldens anew")

var today = civil.Date(2026, 11, 24)

// maria is an invented case in which every deadline is still to come.
func maria() token.Claims {
	return token.Claims{
		V: 1, Guide: "naspi", Name: "Maria", Lang: "it", Exp: int64(civil.Date(2027, 5, 22)) * 86400,
		Applied: int32(civil.Date(2026, 11, 15)), Start: int32(civil.Date(2026, 11, 18)), Days: 364, Monthly: 114471,
		Calc: "soglia", Year: 2026, FirstPay: int32(civil.Date(2026, 12, 11)), Income: true, Contacts: "ok",
	}
}

func sheetOf(c token.Claims, lang string) sheet.Case { return sheetOn(c, lang, today) }

func sheetOn(c token.Claims, lang string, today civil.Day) sheet.Case {
	g, _ := guide.Find(c.Guide)
	f := g.Facts(c, today)
	return sheet.Case{Form: g.Sheet(c, f, today), Facts: f, Words: l10n.Lookup(lang), Today: today}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (run with -update if the change is meant):\n%s", name, d)
	}
}

func TestGoldens(t *testing.T) {
	c := sheetOf(maria(), "it")
	golden(t, "foglio.html", c.HTML())
	golden(t, "scadenze.ics", c.Calendar())
}

// allowed are the elements of a sheet: nothing that runs, loads or links.
var allowed = regexp.MustCompile(`^(html|head|meta|title|style|body|main|h1|h2|p|dl|dt|dd|ul|li|table|thead|tbody|tr|th|td)$`)

// TestHostileText: whatever a fact holds, it stays text.
func TestHostileText(t *testing.T) {
	const hostile = `"><script src=//example.it>alert('1')</script><img onerror=x>&`
	for _, lang := range l10n.Langs() {
		c := sheetOf(maria(), lang)
		for name, v := range c.Facts {
			if v.Kind == facts.Text || v.Kind == facts.Enum {
				v.S = hostile
				c.Facts[name] = v
			}
		}
		page := c.HTML()
		for _, m := range regexp.MustCompile(`</?([a-zA-Z0-9]+)([^>]*)>`).FindAllStringSubmatch(page, -1) {
			if !allowed.MatchString(m[1]) || strings.Contains(m[2], " on") || strings.Contains(m[2], "src=") || strings.Contains(m[2], "href=") {
				t.Errorf("%s: the sheet holds %s", lang, m[0])
			}
		}
		if strings.Contains(page, "url(") || strings.Contains(page, "@import") {
			t.Errorf("%s: the style asks the network for something", lang)
		}
		for line := range strings.SplitSeq(c.Calendar(), "\r\n") {
			if strings.HasPrefix(line, "<") {
				t.Errorf("%s: a calendar line is %q", lang, line)
			}
		}
	}
}

var rows = regexp.MustCompile(`<tr><td>([^<]+)</td><td>([^<]+)</td><td>([^<]+)</td></tr>`)

// TestTableIsTheSchedule: each month with its days and its amount, to the cent.
func TestTableIsTheSchedule(t *testing.T) {
	for _, days := range []int32{1, 30, 91, 364, 728} {
		c := maria()
		c.Days = days
		s := sheetOf(c, "it")
		var got, want [][3]string
		for _, m := range rows.FindAllStringSubmatch(s.HTML(), -1) {
			got = append(got, [3]string{html.UnescapeString(m[1]), m[2], digits(m[3])})
		}
		for i, m := range s.Months {
			span := strconv.Itoa(i+1) + " · " + italian(m.From) + "–" + italian(m.To)
			want = append(want, [3]string{span, strconv.Itoa(m.Days), strconv.FormatInt(int64(m.Amount), 10)})
		}
		if d := cmp.Diff(want, got); d != "" || len(got) == 0 {
			t.Errorf("%d days: %s", days, d)
		}
	}
}

func digits(s string) string { return regexp.MustCompile(`\D`).ReplaceAllString(s, "") }

func italian(d civil.Day) string {
	p := strings.Split(d.String(), "-")
	return p[2] + "/" + p[1] + "/" + p[0]
}

// TestSheetLeavesOutWhatIsNotKnown: no date of 1970, no empty slot, no amount
// of nothing.
func TestSheetLeavesOutWhatIsNotKnown(t *testing.T) {
	for _, c := range []token.Claims{
		{V: 1, Guide: "naspi", Exp: int64(today+100) * 86400},
		{V: 1, Guide: "naspi", Exp: int64(today+100) * 86400, Applied: int32(today - 9)},
		{V: 1, Guide: "naspi", Exp: int64(today+100) * 86400, Start: int32(today - 6)},
		{V: 1, Guide: "naspi", Exp: int64(today+100) * 86400, Days: 364, Monthly: 114471},
	} {
		s := sheetOf(c, "it")
		_, body, _ := strings.Cut(s.HTML(), "<main>")
		for what, text := range map[string]string{"sheet": body, "calendar": s.Calendar()} {
			if m := regexp.MustCompile(`19(69|70)|⟦|\{|>0<|>0,00|<dd></dd>`).FindString(text); m != "" {
				t.Errorf("the %s of start %d, days %d, amount %d tells %q", what, c.Start, c.Days, c.Monthly, m)
			}
		}
	}
}
