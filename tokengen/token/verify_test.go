// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

var (
	testKey  = ed25519.NewKeyFromSeed([]byte("the seed of a key for tests only"))
	testKeys = KeySet{{Kid: "k1", Public: testKey.Public().(ed25519.PublicKey)}}
)

const (
	testNow     = 1795521600 // 24 November 2026, noon
	testHeader  = `{"alg":"EdDSA","kid":"k1","typ":"JWT"}`
	testPayload = `{"v":1,"iss":"https://www.inps.it","aud":"videoguida","jti":"c8dGJ4gjjPYt","iat":1795305600,"exp":1810857600,` +
		`"guide":"naspi","lang":"it","ch":"qr","name":"Maria","applied":20772,"start":20775,"days":364,"monthly":114471,` +
		`"calc":"soglia","year":2026,"first_pay":20798,"contacts":"ok"}`
)

// signed makes a compact token of any header and payload, well-formed or not.
func signed(header, payload string) string {
	b64 := base64.RawURLEncoding.EncodeToString
	s := b64([]byte(header)) + "." + b64([]byte(payload))
	return s + "." + b64(ed25519.Sign(testKey, []byte(s)))
}

// TestImpossibleValuesAreDropped: an authentic letter with a wrong fact still
// opens, without that fact; the code names it and never tells its value.
func TestImpossibleValuesAreDropped(t *testing.T) {
	tests := []struct{ claim, bad string }{
		{"days", "759"}, {"days", "0"}, {"days", "36.5"}, {"days", `"364"`}, {"days", "null"}, {"days", "9e99"},
		{"monthly", "0"}, {"monthly", "-114471"}, {"monthly", "10000001"}, {"start", "16435"}, {"start", "47483"},
		{"first_pay", "[20798]"}, {"calc", `"altro"`}, {"calc", "1"}, {"year", "2014"}, {"contacts", "true"},
		{"lang", `"fr"`}, {"ch", `"sms"`}, {"name", "7"}, {"over55", "1"}, {"income", `"yes"`}, {"camp", `"<b>"`},
		{"linked", `["14a","altro"]`}, {"linked", `"14a"`}, {"gross", "-1"}, {"red", `""`}, {"red_by", "1"},
		{"fund", "{}"}, {"method", "[]"}, {"payer", "0"}, {"taxed", "null"}, {"thirteenth", "1.0"},
	}
	for _, tt := range tests {
		p := `{"` + tt.claim + `":` + tt.bad + `,` + without(testPayload, tt.claim)[1:]
		c, err := Verify(signed(testHeader, p), testKeys, testNow)
		if err != nil || len(c.Dropped) != 1 || c.Dropped[0] != tt.claim {
			t.Errorf("%s %s: dropped %v, %v", tt.claim, tt.bad, c.Dropped, err)
		}
	}
}

// without takes a member out of a flat object written without spaces.
func without(object, name string) string {
	from := strings.Index(object, `"`+name+`":`)
	if from < 0 {
		return object
	}
	rest := object[from:]
	if i := strings.IndexByte(rest, ','); i >= 0 {
		return object[:from] + rest[i+1:]
	}
	return strings.TrimSuffix(object[:from], ",") + "}"
}

// FuzzVerify signs whatever header and payload it is given: what is accepted
// keeps every promise the rest of the program relies on.
func FuzzVerify(f *testing.F) {
	f.Add(testHeader, testPayload)
	f.Add(`{"alg":"none"}`, "{}")
	f.Add(`{"alg":"Ed25519","kid":"k1"}`, strings.Replace(testPayload, "Maria", `\u202eMar\u00eca<b>`, 1))
	f.Add(testHeader, strings.Replace(testPayload, `"days":364`, `"days":-5,"linked":["14a","minimo"]`, 1))
	f.Add(testHeader, strings.Replace(testPayload, `1810857600`, `9223372036854775807`, 1))
	f.Add(testHeader, strings.Replace(testPayload, `1795305600`, `-9223372036854775808`, 1))
	f.Fuzz(func(t *testing.T, header, payload string) {
		compact := signed(header, payload)
		c, err := Verify(compact, testKeys, testNow)
		if err != nil {
			if e := (*Error)(nil); !errors.As(err, &e) || e.Family < 'A' || e.Family > 'E' || e.Code == "" {
				t.Fatalf("refused with %v", err)
			}
			return
		}
		if len(compact) > MaxSize || c.V != Version || c.Iss != Issuer || c.Aud != Audience || c.Guide != "naspi" && c.Guide != "pension" {
			t.Errorf("accepted %+v", c)
		}
		if c.Exp <= testNow || c.Exp-c.Iat > MaxLife || c.Iat <= 0 || c.Iat > testNow+MaxFuture {
			t.Errorf("accepted from %d to %d", c.Iat, c.Exp)
		}
		if c.Name != CleanName(c.Name) || utf8.RuneCountInString(c.Name) > MaxName || c.Days < 0 || c.Days > 758 || c.Monthly < 0 {
			t.Errorf("impossible facts were kept: %+v", c)
		}
		if _, err := Verify(compact[:len(compact)-2]+"AA", testKeys, testNow); err == nil && !strings.HasSuffix(compact, "AA") {
			t.Error("the signature does not matter")
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	s := signed(testHeader, testPayload)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Verify(s, testKeys, testNow); err != nil {
			b.Fatal(err)
		}
	}
}
