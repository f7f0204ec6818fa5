// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"
)

const x1 = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"

func TestParseJWKS(t *testing.T) {
	keys, err := ParseJWKS([]byte(`{"note":[{"a":1}], "keys":[
		{"kty":"OKP","crv":"Ed25519","kid":"k1","x":"` + x1 + `","use":"sig","key_ops":["verify"]},
		{"kid":"k2","kty":"OKP","crv":"Ed25519","x":"` + x1 + `"}
	]}`))
	if err != nil || len(keys) != 2 || keys[0].Kid != "k1" || keys[1].Kid != "k2" {
		t.Fatalf("%v %v", keys, err)
	}
	if got := base64.RawURLEncoding.EncodeToString(keys[1].Public); got != x1 {
		t.Errorf("the key is %s", got)
	}
}

func TestParseJWKSRefuses(t *testing.T) {
	key := func(members string) string { return `{"keys":[{` + members + `}]}` }
	tests := []struct{ name, in string }{
		{"nothing", ""}, {"no keys", "{}"}, {"no key", `{"keys":[]}`}, {"brackets", `[}{]`},
		{"another kind", key(`"kty":"RSA","kid":"k1"`)},
		{"another curve", key(`"kty":"OKP","crv":"X25519","kid":"k1","x":"` + x1 + `"`)},
		{"short key", key(`"kty":"OKP","crv":"Ed25519","kid":"k1","x":"AA"`)},
		{"no kid", key(`"kty":"OKP","crv":"Ed25519","x":"` + x1 + `"`)},
		{"kid a number", key(`"kty":"OKP","crv":"Ed25519","kid":1,"x":"` + x1 + `"`)},
		{"private half", key(`"kty":"OKP","crv":"Ed25519","kid":"k1","x":"` + x1 + `","d":"` + x1 + `"`)},
		{"kid twice", key(`"kty":"OKP","crv":"Ed25519","kid":"k1","kid":"k2","x":"` + x1 + `"`)},
		{"keys twice", `{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k1","x":"` + x1 + `"}],"keys":[]}`},
		{"text around", `x` + key(`"kty":"OKP","crv":"Ed25519","kid":"k1","x":"`+x1+`"`)},
		{"text between", `{"keys":[x{"kty":"OKP","crv":"Ed25519","kid":"k1","x":"` + x1 + `"}]}`},
		{"text after", key(`"kty":"OKP","crv":"Ed25519","kid":"k1","x":"`+x1+`"`) + "]"},
		{"one bad of two", `{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k1","x":"` + x1 + `"},{"kty":"RSA"}]}`},
		{"huge", key(`"kty":"OKP","crv":"Ed25519","kid":"k1","x":"`+x1+`"`) + strings.Repeat(" ", maxJWKS)},
	}
	for _, tt := range tests {
		if keys, err := ParseJWKS([]byte(tt.in)); err == nil || keys != nil {
			t.Errorf("%s: accepted", tt.name)
		}
	}
}

// FuzzParseJWKS: whatever is accepted, encoding/json reads the same keys from.
func FuzzParseJWKS(f *testing.F) {
	f.Add([]byte(`{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k1","x":"` + x1 + `"}]}`))
	f.Add([]byte(`{"a":{"b":[1]},"keys":[{"kty":"OKP"}]}`))
	f.Add([]byte(`[}{]`))
	f.Fuzz(func(t *testing.T, in []byte) {
		keys, err := ParseJWKS(in)
		if err != nil {
			return
		}
		var want struct{ Keys []struct{ Kid, X, D string } }
		if err := json.Unmarshal(in, &want); err != nil || len(want.Keys) != len(keys) {
			t.Fatalf("%d keys accepted, encoding/json: %d, %v", len(keys), len(want.Keys), err)
		}
		for i, k := range keys {
			w := want.Keys[i]
			if k.Kid != w.Kid || base64.RawURLEncoding.EncodeToString(k.Public) != w.X || w.D != "" || len(k.Public) != ed25519.PublicKeySize {
				t.Errorf("key %d is %q, encoding/json says %q", i, k.Kid, w.Kid)
			}
		}
	})
}
