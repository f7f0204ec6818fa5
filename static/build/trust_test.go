// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"videoguida/tokengen/token"
)

// TestTrustFiles: what the issuer replaces between builds lies beside the page,
// and no compressed copy goes on telling the old.
func TestTrustFiles(t *testing.T) {
	publish(t)
	if got := read(t, "jwks.json"); got != demoKeys {
		t.Errorf("jwks.json is %s", got)
	}
	if got := read(t, "revoked.bin"); got != "" {
		t.Errorf("revoked.bin has %d bytes", len(got))
	}
	for _, name := range []string{"jwks.json.br", "jwks.json.gz", "revoked.bin.br", "revoked.bin.gz"} {
		if _, err := os.Stat(filepath.Join(publishedDir, name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is there: %v", name, err)
		}
	}
}

// TestCheckRefusesAnotherList: a list that phones would not take is not
// published.
func TestCheckRefusesAnotherList(t *testing.T) {
	key := ed25519.NewKeyFromSeed([]byte("the seed of a key for tests only"))
	list := token.AppendRevoked(nil, "k1", 1, nil)
	list = append(list, ed25519.Sign(key, list)...)
	x := base64.RawURLEncoding.EncodeToString(key.Public().(ed25519.PublicKey))
	o := Options{Out: filepath.Join(t.TempDir(), "site"), Keys: []byte(`{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k1","x":"` + x + `"}]}`)}
	for want, revoked := range map[string][]byte{"": list, "not signed by one of the keys": bytes.Replace(list, []byte("k1"), []byte("k2"), 1)} {
		o.Revoked = revoked
		if err := o.check(); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
