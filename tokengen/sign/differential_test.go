// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sign

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"videoguida/tokengen/token"
)

var (
	key    = ed25519.NewKeyFromSeed([]byte("the seed of a key for tests only"))
	public = key.Public().(ed25519.PublicKey)
	keys   = token.KeySet{{Kid: "k1", Public: public}}
	now    = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
)

func b64(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }

// compact signs any header and payload, well-formed or not.
func compact(header, payload string) string {
	s := b64(header) + "." + b64(payload)
	return s + "." + b64(string(ed25519.Sign(key, []byte(s))))
}

const (
	goodHeader  = `{"alg":"EdDSA","kid":"k1","typ":"JWT"}`
	goodPayload = `{"v":1,"iss":"https://www.inps.it","aud":"videoguida","jti":"c8dGJ4gjjPYt","iat":1795305600,"exp":1810857600,"guide":"naspi","name":"Maria","days":364,"monthly":114471}`
)

// with changes the good payload.
func with(old, fresh string) string {
	if !strings.Contains(goodPayload, old) {
		panic("no " + old)
	}
	return compact(goodHeader, strings.Replace(goodPayload, old, fresh, 1))
}

// oracle is golang-jwt with its strict options.
func oracle(s string, more ...jwt.ParserOption) error {
	p := jwt.NewParser(append(more,
		jwt.WithValidMethods([]string{"EdDSA"}), jwt.WithIssuer(token.Issuer), jwt.WithAudience(token.Audience),
		jwt.WithExpirationRequired(), jwt.WithIssuedAt(), jwt.WithStrictDecoding(),
		jwt.WithTimeFunc(func() time.Time { return now }),
	)...)
	_, err := p.Parse(s, func(t *jwt.Token) (any, error) {
		if t.Header["kid"] != "k1" {
			return nil, errors.New("unknown kid")
		}
		return public, nil
	})
	return err
}

// TestDifferential runs one corpus through both verifiers. Verify may refuse
// what the oracle accepts, never the other way round; each stricter case says
// so.
func TestDifferential(t *testing.T) {
	good := compact(goodHeader, goodPayload)
	part := strings.Split(good, ".")
	tests := []struct {
		name, in string
		family   token.Family // 0: accepted
		stricter bool         // the oracle accepts it
		laxer    bool         // accepted on purpose: RFC 9864 alias, 24 h of clock
	}{
		{name: "good", in: good},
		{name: "reordered", in: compact(`{"typ":"JWT","kid":"k1","alg":"EdDSA"}`, goodPayload)},
		{name: "no typ", in: compact(`{"alg":"EdDSA","kid":"k1"}`, goodPayload)},
		{name: "spaces in JSON", in: compact(goodHeader, " { \"v\" : 1 ,"+goodPayload[7:])},
		{name: "extra claim", in: with(`"v":1`, `"v":1,"later":{"a":[1,null]}`)},
		{name: "escaped name", in: with(`Maria`, `Mar\u00eca`)},
		{name: "surrogate pair", in: with(`Maria`, `M\ud83d\ude00`)},
		{name: "optional claim impossible", in: with(`"days":364`, `"days":-5`)},
		{name: "optional claim of another type", in: with(`"days":364`, `"days":"many"`)},
		{name: "no name", in: with(`"name":"Maria",`, ``)},
		{name: "pension", in: with(`naspi`, `pension`)},
		{name: "alias Ed25519", in: compact(`{"alg":"Ed25519","kid":"k1"}`, goodPayload), laxer: true},
		{name: "iat two hours ahead", in: with("1795305600", "1795528800"), laxer: true},

		{name: "empty", in: "", family: 'A'},
		{name: "one segment", in: part[0], family: 'A'},
		{name: "two segments", in: part[0] + "." + part[1], family: 'A'},
		{name: "four segments", in: good + ".x", family: 'A'},
		{name: "truncated", in: good[:len(good)/2], family: 'A'},
		{name: "no signature", in: part[0] + "." + part[1] + ".", family: 'C'},
		{name: "short signature", in: part[0] + "." + part[1] + "." + b64("short"), family: 'C'},
		{name: "long signature", in: good + "AAAA", family: 'C'},
		{name: "padding", in: good + "=", family: 'A'},
		{name: "non-canonical base64", in: part[0] + "." + part[1] + "." + part[2][:85] + other(part[2][85]), family: 'A'},
		{name: "newline in base64", in: part[0] + "\n." + part[1] + "." + part[2], family: 'A'},
		{name: "space before", in: " " + good, family: 'A'},
		{name: "space after", in: good + " ", family: 'A'},
		{name: "tampered payload", in: part[0] + "." + b64(strings.Replace(goodPayload, "114471", "994471", 1)) + "." + part[2], family: 'C'},
		{name: "tampered header", in: b64(`{"alg":"EdDSA","kid":"k1","typ":"JWT","x":1}`) + "." + part[1] + "." + part[2], family: 'C'},
		{name: "other key", in: foreign(), family: 'C'},
		{name: "alg none", in: b64(`{"alg":"none","kid":"k1"}`) + "." + part[1] + ".", family: 'C'},
		{name: "alg NONE signed", in: compact(`{"alg":"NONE","kid":"k1"}`, goodPayload), family: 'C'},
		{name: "HS256 with the public key", in: hs256(), family: 'C'},
		{name: "alg RS256", in: compact(`{"alg":"RS256","kid":"k1"}`, goodPayload), family: 'C'},
		{name: "no alg", in: compact(`{"kid":"k1"}`, goodPayload), family: 'C'},
		{name: "alg a number", in: compact(`{"alg":1,"kid":"k1"}`, goodPayload), family: 'C'},
		{name: "unknown kid", in: compact(`{"alg":"EdDSA","kid":"k2"}`, goodPayload), family: 'C'},
		{name: "no kid", in: compact(`{"alg":"EdDSA"}`, goodPayload), family: 'C'},
		{name: "crit", in: compact(`{"alg":"EdDSA","kid":"k1","crit":["exp"]}`, goodPayload), family: 'D', stricter: true},
		{name: "zip", in: compact(`{"alg":"EdDSA","kid":"k1","zip":"DEF"}`, goodPayload), family: 'D', stricter: true},
		{name: "typ other", in: compact(`{"alg":"EdDSA","kid":"k1","typ":"at+jwt"}`, goodPayload), family: 'C', stricter: true},
		{name: "duplicate header member", in: compact(`{"alg":"none","alg":"EdDSA","kid":"k1"}`, goodPayload), family: 'A', stricter: true},
		{name: "duplicate claim", in: with(`"v":1`, `"v":1,"monthly":5`), family: 'C', stricter: true},
		{name: "case variant claim", in: with(`"v":1`, `"v":1,"EXP":9`), family: 'C', stricter: true},
		{name: "trailing bytes", in: compact(goodHeader, goodPayload+"{}"), family: 'C'},
		{name: "payload an array", in: compact(goodHeader, "["+goodPayload+"]"), family: 'C'},
		{name: "payload null", in: compact(goodHeader, "null"), family: 'C'},
		{name: "payload not JSON", in: compact(goodHeader, "ciao"), family: 'C'},
		{name: "invalid UTF-8", in: with("Maria", "Ma\xffia"), family: 'C', stricter: true},
		{name: "lone surrogate", in: with("Maria", `\ud800`), family: 'C', stricter: true},
		{name: "control character", in: with("Maria", "Ma\x01ia"), family: 'C'},
		{name: "no exp", in: with(`"exp":1810857600,`, ""), family: 'A'},
		{name: "exp a string", in: with("1810857600", `"1810857600"`), family: 'C'},
		{name: "exp a fraction", in: with("1810857600", `1810857600.5`), family: 'C', stricter: true},
		{name: "exp huge", in: with("1810857600", "1e30"), family: 'C'},
		{name: "exp after seven months", in: with("1810857600", "1820000000"), family: 'C', stricter: true},
		{name: "expired", in: with(`"iat":1795305600,"exp":1810857600`, `"iat":1770000000,"exp":1780000000`), family: 'B'},
		{name: "expired this second", in: with(`"iat":1795305600,"exp":1810857600`, `"iat":1795305600,"exp":1795521600`), family: 'B'},
		{name: "no iat", in: with(`"iat":1795305600,`, ""), family: 'A', stricter: true},
		{name: "iat in two days", in: with("1795305600", "1795700000"), family: 'E'},
		{name: "not before tomorrow", in: with(`"v":1`, `"v":1,"nbf":1795600000`), family: 'D'},
		{name: "not before yesterday", in: with(`"v":1`, `"v":1,"nbf":1795400000`), family: 'D', stricter: true},
		{name: "other issuer", in: with("www.inps.it", "www.example.it"), family: 'C'},
		{name: "issuer with a slash", in: with("www.inps.it", "www.inps.it/"), family: 'C'},
		{name: "no issuer", in: with(`"iss":"https://www.inps.it",`, ""), family: 'C'},
		{name: "other audience", in: with(`"videoguida"`, `"altro"`), family: 'C'},
		{name: "audience a list", in: with(`"videoguida"`, `["videoguida"]`), family: 'C', stricter: true},
		{name: "no version", in: with(`"v":1,`, ""), family: 'A', stricter: true},
		{name: "version 2", in: with(`"v":1`, `"v":2`), family: 'D', stricter: true},
		{name: "version a string", in: with(`"v":1`, `"v":"1"`), family: 'D', stricter: true},
		{name: "unknown guide", in: with("naspi", "altro"), family: 'D', stricter: true},
		{name: "over 4 KiB", in: with("Maria", strings.Repeat("M", 4096)), family: 'A', stricter: true},
		{name: "nested without end", in: with(`"v":1`, `"v":1,"x":`+strings.Repeat("[", 100)+strings.Repeat("]", 100)), family: 'C', stricter: true},
		{name: "seventy claims", in: with(`"v":1`, `"v":1`+many(70)), family: 'C', stricter: true},
	}
	if len(tests) < 50 {
		t.Fatalf("only %d cases", len(tests))
	}
	for _, tt := range tests {
		_, err := token.Verify(tt.in, keys, now.Unix())
		var e *token.Error
		if errors.As(err, &e) != (tt.family != 0) || e != nil && e.Family != tt.family {
			t.Errorf("%s: Verify says %v, want family %q", tt.name, err, string(rune(tt.family)))
		}
		if ok := oracle(tt.in) == nil; ok != (tt.family == 0 && !tt.laxer || tt.stricter) {
			t.Errorf("%s: golang-jwt accepts: %v", tt.name, ok)
		}
	}
}

// FuzzDifferential signs whatever it is given and asks both verifiers.
func FuzzDifferential(f *testing.F) {
	f.Add(goodHeader, goodPayload)
	f.Add(`{"alg":"EdDSA","kid":"k1","crit":["exp"]}`, goodPayload)
	f.Add(`{"alg":"EdDSA","alg":"none","kid":"k1"}`, goodPayload)
	f.Add(goodHeader, strings.Replace(goodPayload, `"v":1`, `"v":1,"nbf":1795600000`, 1))
	f.Add(goodHeader, strings.Replace(goodPayload, `"v":1`, `"v":1,"x":[{"a":1e400}]`, 1))
	f.Add(goodHeader, goodPayload+" ")
	f.Fuzz(func(t *testing.T, header, payload string) {
		s := compact(header, payload)
		c, err := token.Verify(s, keys, now.Unix())
		if err != nil || c.Iat > now.Unix() || strings.Contains(header, "Ed25519") {
			return // refused, or one of the two differences on purpose
		}
		if err := oracle(s, jwt.WithJSONNumber()); err != nil {
			t.Errorf("accepted, but golang-jwt says: %v", err)
		}
	})
}

// other returns the neighbour of a last character: the same byte, written
// with stray bits.
func other(c byte) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	return string(alphabet[strings.IndexByte(alphabet, c)|1])
}

func many(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`,"x` + string(rune('a'+i/26)) + string(rune('a'+i%26)) + `":1`)
	}
	return b.String()
}

func foreign() string {
	k := ed25519.NewKeyFromSeed([]byte("another seed of 32 bytes exactly"))
	s := b64(goodHeader) + "." + b64(goodPayload)
	return s + "." + b64(string(ed25519.Sign(k, []byte(s))))
}

func hs256() string {
	s := b64(`{"alg":"HS256","kid":"k1","typ":"JWT"}`) + "." + b64(goodPayload)
	m := hmac.New(sha256.New, public)
	m.Write([]byte(s))
	return s + "." + b64(string(m.Sum(nil)))
}
