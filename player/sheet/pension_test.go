// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sheet_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/benefit"
	"videoguida/player/civil"
	"videoguida/player/l10n"
	"videoguida/tokengen/token"
)

// pensioner is an invented pension with everything that a sheet can hold.
func pensioner() token.Claims {
	return token.Claims{
		V: 1, Guide: "pension", Name: "Giovanni", Lang: "it", Exp: int64(civil.Date(2027, 5, 22)) * 86400,
		Fund: "private", Method: "misto", Start: int32(civil.Date(2026, 10, 1)), Gross: 150000, Net: 125093,
		Irpef: 23407, LocalTax: 1500, Deductions: 6512, Arrears: 300000, Thirteenth: true, Payer: "post", Taxed: true,
		FirstPay: int32(civil.Date(2026, 12, 1)), Linked: []string{"14a"}, Red: "send",
		RedBy: int32(civil.Date(2027, 2, 28)), Contacts: "missing",
	}
}

func TestPensionGoldens(t *testing.T) {
	c := sheetOf(pensioner(), "it")
	golden(t, "foglio-pensione.html", c.HTML())
	golden(t, "scadenze-pensione.ics", c.Calendar())
}

// TestPensionDays: the first payment, the twelve that follow by the payer's own
// rule, RED, the CU and the guide's end, none of them twice and none past.
func TestPensionDays(t *testing.T) {
	for payer, january := range map[string]string{"post": "2027-01-04", "bank": "2027-01-05", "": "2027-01-05"} {
		claims := pensioner()
		claims.Payer = payer
		days := map[string][]string{}
		for _, e := range sheetOf(claims, "it").Events() {
			days[e.Kind] = append(days[e.Kind], e.Day.String())
		}
		if paid := days["pagamento"]; len(paid) != 12 || paid[0] != january || !slices.IsSorted(paid) || len(slices.Compact(paid)) != 12 {
			t.Errorf("%q pays on %v", payer, days["pagamento"])
		}
		delete(days, "pagamento")
		want := map[string][]string{
			"primo-pagamento": {"2026-12-01"}, "red": {"2027-02-28"}, "cu": {"2027-03-31"}, "guida": {"2027-05-22"},
		}
		if d := cmp.Diff(want, days); d != "" {
			t.Errorf("%q (-want +got):\n%s", payer, d)
		}
	}
}

// TestPensionPaymentsAreTheRules: whatever the day of viewing, each day of
// payment is the rule's.
func TestPensionPaymentsAreTheRules(t *testing.T) {
	claims := pensioner()
	claims.FirstPay = 0
	for day := today; day < today+400; day += 7 {
		for _, e := range sheetOn(claims, "it", day).Events() {
			year, month, _ := e.Day.YMD()
			if e.Kind == "pagamento" && e.Day != benefit.PayDay(year, month, benefit.Post) {
				t.Fatalf("seen on %s a payment is due on %s", day, e.Day)
			}
		}
	}
}

// TestPensionSheetLeavesOutWhatIsNotKnown: a letter that says little gives a
// sheet that says little, without a date of 1970 or an amount of nothing.
func TestPensionSheetLeavesOutWhatIsNotKnown(t *testing.T) {
	for _, lang := range l10n.Langs() {
		s := sheetOf(token.Claims{V: 1, Guide: "pension", Exp: int64(today+100) * 86400}, lang)
		_, body, _ := strings.Cut(s.HTML(), "<main>")
		for _, bad := range []string{"1969", "1970", "⟦", "{", "0,00", "€0", "<dt>"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s: the sheet tells %q: %s", lang, bad, body)
			}
		}
	}
}
