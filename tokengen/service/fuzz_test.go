// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"crypto/ed25519"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

// FuzzRequests: whatever a client sends, as a letter, as a batch and as a
// query, the service answers with tokens that open or with a problem of the
// client's, as documented.
func FuzzRequests(f *testing.F) {
	f.Add("", naspiRow)
	f.Add("batch=b&channels=qr,io", naspiRow+"\n"+pensionRow)
	f.Add("channels=qr,,qr", "{}\n{\"letter_id\":1}\n")
	f.Add("batch=%00", "\n\n[{]\n")
	f.Add("", `{"letter_id":"L","guide":"naspi","monthly":"99999999999999999999.99"}`)
	dir := f.TempDir()
	key, err := sign.NewKey(filepath.Join(dir, "key.pem"))
	if err != nil {
		f.Fatal(err)
	}
	set := sign.JWKS(sign.Published{Kid: sign.Kid("k", key.Public().(ed25519.PublicKey)), Public: key.Public().(ed25519.PublicKey)})
	bearer, line, err := NewClient("printer", strings.NewReader(strings.Repeat("not random at all ", 2)))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "clients"), []byte(line+" 1000000\n"), 0o600)
	}
	if err != nil {
		f.Fatal(err)
	}
	s, err := New(Config{
		Base: "https://guida.example/", Key: filepath.Join(dir, "key.pem"), Clients: filepath.Join(dir, "clients"),
		Audit: io.Discard, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: today,
	})
	if err != nil {
		f.Fatal(err)
	}
	h := s.Handler()
	f.Fuzz(func(t *testing.T, query, body string) {
		if _, err := url.ParseQuery(query); err != nil {
			return
		}
		for path, media := range map[string]string{"/v1/tokens": "application/json", "/v1/batches": "application/x-ndjson"} {
			q := httptest.NewRequest("POST", path, strings.NewReader(body))
			q.URL.RawQuery = query
			q.Header.Set("Content-Type", media)
			q.Header.Set("Authorization", "Bearer "+bearer)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, q)
			if w.Code >= 500 {
				t.Fatalf("%s: %d", path, w.Code)
			}
			holdAnswer(t, q, w.Result(), w.Body.Bytes())
			opens(t, w, set)
		}
	})
}

// opens holds that each token of an answer opens.
func opens(t *testing.T, w *httptest.ResponseRecorder, set []byte) {
	t.Helper()
	if w.Code != http.StatusOK && w.Code != http.StatusCreated {
		return
	}
	for line := range strings.Lines(w.Body.String()) {
		var got issued
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		for _, tk := range got.Tokens {
			if _, err := (token.Trust{Page: set}).Open(tk.Token, today().Unix()); err != nil {
				t.Errorf("a token that does not open: %v", err)
			}
		}
	}
}
