// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sign

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"videoguida/tokengen/token"
)

var factsDay = time.Date(2026, 11, 24, 15, 0, 0, 0, time.UTC)

const goodFacts = `{"guide":"naspi","name":"Maria","applied":"2026-11-15","start":"2026-11-18","days":364,` +
	`"monthly":"1144.71","calc":"soglia","year":2026,"first_pay":"2026-12-11","over55":true,"linked":["14a"]}`

func TestParseFacts(t *testing.T) {
	got, bad, err := ParseFacts(strings.NewReader(goodFacts), factsDay)
	if err != nil || bad != nil {
		t.Fatal(err, bad)
	}
	want := token.Claims{
		V: 1, Iss: token.Issuer, Aud: token.Audience, Jti: got.Jti, Guide: "naspi", Name: "Maria", Lang: "it", Ch: "qr",
		Iat: 20781 * 86400, Exp: 20962 * 86400, // 24 November 2026, 24 May 2027
		Applied: 20772, Start: 20775, Days: 364, Monthly: 114471, Calc: "soglia", Year: 2026, FirstPay: 20798, Over55: true,
		Contacts: "ok", Linked: []string{"14a"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	again, _, _ := ParseFacts(strings.NewReader(goodFacts), factsDay)
	if len(got.Jti) != 12 || again.Jti != got.Jti {
		t.Errorf("the letter's id is %q, then %q", got.Jti, again.Jti)
	}
}

// TestParseFactsRefuses: each bad field is named with a reason, its value never.
func TestParseFactsRefuses(t *testing.T) {
	tests := []struct{ in, want string }{
		{`{"days":"3 months"}`, "field days: must be a whole number"},
		{`{"days":36.5}`, "field days: must be a whole number"},
		{`{"days":4294967660}`, "field days: must be a whole number"}, // 364 in 32 bits
		{`{"year":1e300}`, "field year: must be a whole number"},
		{`{"monthly":1144.71}`, `field monthly: must be an amount with two decimals, "1285.44"`},
		{`{"monthly":"1144.7"}`, `field monthly: must be an amount with two decimals, "1285.44"`},
		{`{"monthly":"1.144,71"}`, `field monthly: must be an amount with two decimals, "1285.44"`},
		{`{"monthly":"-44.71"}`, `field monthly: must be an amount with two decimals, "1285.44"`},
		{`{"start":"18/11/2026"}`, "field start: must be a date, YYYY-MM-DD"},
		{`{"start":"2026-02-30"}`, "field start: must be a date, YYYY-MM-DD"},
		{`{"over55":"yes"}`, "field over55: must be true or false"},
		{`{"name":7}`, "field name: must be a text"},
		{`{"linked":"14a"}`, "field linked: must be a list of texts"},
		{`{"linked":[14]}`, "field linked: must be a list of texts"},
		{`{"Monthly":"44.71"}`, "field Monthly: unknown"},
		{`{"iban":"IT00X"}`, "field iban: unknown"},
		{`{"category":"IO"}`, "field category: unknown"}, // no claim can tell of somebody's health
		{`{"disability":true}`, "field disability: unknown"},
		{`{"monthly":"44.71","monthly":"94.71"}`, "field monthly: written twice"},
	}
	for _, tt := range tests {
		_, bad, err := ParseFacts(strings.NewReader(tt.in), factsDay)
		if err != nil || len(bad) != 1 || bad[0].Error() != tt.want {
			t.Errorf("%s: %v %v, want %q", tt.in, bad, err, tt.want)
		}
	}
}

func TestParseFactsReadsOneObject(t *testing.T) {
	for _, in := range []string{"", "null", "[]", `"Maria"`, "{} {}", "{", strings.Repeat(" ", maxFacts) + "{}"} {
		if _, _, err := ParseFacts(strings.NewReader(in), factsDay); err == nil {
			t.Errorf("%.20q was read", in)
		}
	}
}

// TestFactsRoundTrip: what Facts prints, ParseFacts reads back.
func TestFactsRoundTrip(t *testing.T) {
	want, _, _ := ParseFacts(strings.NewReader(goodFacts), factsDay)
	got, bad := reparse(t, want)
	if d := cmp.Diff(want, got); d != "" || bad != nil {
		t.Error(d, bad)
	}
}

func reparse(t *testing.T, c token.Claims) (token.Claims, []FieldError) {
	t.Helper()
	text, err := json.Marshal(Facts(c))
	if err != nil {
		t.Fatal(err)
	}
	got, bad, err := ParseFacts(bytes.NewReader(text), factsDay)
	if err != nil {
		t.Fatal(err)
	}
	return got, bad
}

// TestAsRead: a browser's reading of a hostile name and of an impossible fact.
func TestAsRead(t *testing.T) {
	c, _, _ := ParseFacts(strings.NewReader(strings.Replace(goodFacts, "Maria", "<b>Eva</b>", 1)), factsDay)
	if got, err := AsRead(c); err != nil || got.Name != "bEvab" {
		t.Errorf("the name is read as %q: %v", got.Name, err)
	}
	c.Days = 4000
	if _, err := AsRead(c); err == nil || !strings.Contains(err.Error(), "[days]") || strings.Contains(err.Error(), "4000") {
		t.Errorf("4000 days: %v", err)
	}
}

// FuzzParseFacts: no input makes a letter that reads back differently, and no
// complaint repeats what the facts say.
func FuzzParseFacts(f *testing.F) {
	for _, s := range []string{goodFacts, "{}", "null", `{"days":4294967660}`, `{"iat":"0001-01-01"}`, `{"monthly":"4294967295.99"}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		c, bad, err := ParseFacts(strings.NewReader(in), factsDay)
		if err != nil || bad != nil {
			return
		}
		if _, err := AsRead(c); err != nil {
			return
		}
		if back, bad := reparse(t, c); bad != nil || !reflect.DeepEqual(back, c) {
			t.Errorf("read back differently: %v %s", bad, cmp.Diff(c, back))
		}
	})
}
