// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"videoguida/cmd/internal/cli"
	"videoguida/static/host"
)

// TestReloadKeepsWhatItHas: a site that cannot be loaded again is said, and the
// old one is served on.
func TestReloadKeepsWhatItHas(t *testing.T) {
	o := serving{dir: t.TempDir()}
	page := filepath.Join(o.dir, "index.html")
	if err := os.WriteFile(page, []byte("before"), 0o644); err != nil {
		t.Fatal(err)
	}
	site, _, err := o.load()
	if err != nil {
		t.Fatal(err)
	}
	server := host.NewServer(site, nil)
	if err := os.Remove(page); err != nil {
		t.Fatal(err)
	}
	var out, errw bytes.Buffer
	o.reload(server, cli.Std{Out: &out, Err: &errw})
	if got := pageOf(t, server); got != "before" || out.Len() != 0 || !strings.Contains(errw.String(), "going on as before") {
		t.Errorf("the page is %q; said %q and %q", got, out.String(), errw.String())
	}
	if err := os.WriteFile(page, []byte("after"), 0o644); err != nil {
		t.Fatal(err)
	}
	o.reload(server, cli.Std{Out: &out, Err: io.Discard})
	if got := pageOf(t, server); got != "after" || out.Len() == 0 {
		t.Errorf("the page is %q; said %q", got, out.String())
	}
}

func pageOf(t *testing.T, h http.Handler) string {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/", nil))
	return w.Body.String()
}
