// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// jwt matches the begin of a token: its header in base64url.
var jwt = regexp.MustCompile(`eyJ[A-Za-z0-9_-]{17}`)

// TestNothingPersonalIsWritten: after letters good and bad, no name, amount,
// letter, token, link or secret is in the audit, the log or the meters.
func TestNothingPersonalIsWritten(t *testing.T) {
	r := start(t, nil)
	_, one := r.post("/v1/tokens?batch=b", naspiRow)
	r.send(r.request("POST", "/v1/tokens?batch=b", "application/json", strings.Replace(naspiRow, `"days":364`, `"days":9999`, 1)))
	r.send(r.request("POST", "/v1/tokens", "application/json", naspiRow+"{"))
	r.send(r.request("GET", "/"+one[strings.Index(one, "eyJ"):][:300], "", ""))
	_, many := r.batch(naspiRow + "\n" + strings.Replace(pensionRow, "1272.15", "1144.71 euro", 1) + "\n{\"" + canaryName + "\"\n")
	q := r.request("POST", "/v1/tokens?batch=b&name="+canaryName, "application/json", naspiRow)
	r.send(q)
	panics := r.watch("/panics", http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(naspiRow) }))
	panics.ServeHTTP(&discard{}, q)
	_, meters := r.send(r.request("GET", "/metrics", "", ""))

	written := map[string]string{"audit": r.audit.String(), "log": r.log.String(), "meters": meters}
	secrets := []string{canaryName, canaryAmount, "1144,71", "L-0001", "L-0002", "guida.example", r.bearer, "vgs_"}
	for name, text := range written {
		for _, s := range secrets {
			if strings.Contains(text, s) {
				t.Errorf("the %s holds %q", name, s)
			}
		}
		if jwt.MatchString(text) {
			t.Errorf("the %s holds a token", name)
		}
	}
	for _, answer := range []string{one, many} {
		if !strings.Contains(answer, "L-0001") || !strings.Contains(answer, "eyJ") {
			t.Error("the canaries are not where they belong, so the test finds nothing")
		}
	}
	for _, want := range []string{`tokengen_tokens_total{guide="naspi",channel="qr"} 2`, `tokengen_letters_rejected_total{client="printer"} 4`, "tokengen_panics_total 1"} {
		if !strings.Contains(meters, want) {
			t.Errorf("the meters lack %s", want)
		}
	}
	if !strings.Contains(r.log.String(), "a request panicked") || len(r.audit.entries(t)) < 4 {
		t.Errorf("log %s\naudit %s", r.log, r.audit)
	}
	if strings.Contains(many, "1144.71 euro") {
		t.Error("an error repeats a value")
	}
}

// discard is an answer that nobody reads.
type discard struct{}

func (discard) Header() http.Header         { return http.Header{} }
func (discard) Write(p []byte) (int, error) { return len(p), nil }
func (discard) WriteHeader(int)             {}
