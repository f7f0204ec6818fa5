// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package deploy

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/static/host"
)

var update = flag.Bool("update", false, "write the golden files")

// whole is a server with everything.
var whole = Server{
	Host: "guida.example", Listen: "443", Root: "/srv/guida/site", Cert: "/etc/ssl/guida/cert.pem", Key: "/etc/ssl/guida/key.pem",
	Ingest: "127.0.0.1:8081", Program: "/usr/local/bin/videoguida", Parents: []string{"https://www.inps.it"},
}

// TestFiles: the files are those that somebody read; testdata shows each.
func TestFiles(t *testing.T) {
	for _, kind := range Kinds {
		var got bytes.Buffer
		if err := Write(&got, kind, whole); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", names[kind])
		if *update {
			if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), got.String()); d != "" {
			t.Errorf("%s: %s", kind, d)
		}
	}
}

// TestHeadersAreTheHosts: nginx and Caddy promise what the host promises, in
// the same words.
func TestHeadersAreTheHosts(t *testing.T) {
	for _, kind := range []string{"nginx", "caddy"} {
		var got bytes.Buffer
		if err := Write(&got, kind, whole); err != nil {
			t.Fatal(err)
		}
		for _, h := range host.Headers(whole.Parents) {
			if !strings.Contains(got.String(), h.Name+` "`+h.Value+`"`) {
				t.Errorf("%s lacks %s", kind, h.Name)
			}
		}
	}
}

// TestNothingIsInjected: what could end a directive is refused by name, and not
// repeated.
func TestNothingIsInjected(t *testing.T) {
	const evil = "x; } server { root /; #"
	tests := map[string]func(*Server){
		"host": func(s *Server) { s.Host = evil }, "bind": func(s *Server) { s.Bind = evil }, "listen": func(s *Server) { s.Listen = evil },
		"root": func(s *Server) { s.Root = "/srv/" + evil }, "cert": func(s *Server) { s.Cert = "/" + evil }, "key": func(s *Server) { s.Key = "" },
		"ingest": func(s *Server) { s.Ingest = "localhost:80" + evil }, "program": func(s *Server) { s.Program = "relative" },
		"parents": func(s *Server) { s.Parents = []string{`https://a"; x`} },
	}
	for name, spoil := range tests {
		s := whole
		spoil(&s)
		var out bytes.Buffer
		err := Write(&out, "systemd", s)
		if err == nil || !strings.HasPrefix(err.Error(), name) || strings.Contains(err.Error(), "server {") || out.Len() > 0 {
			t.Errorf("%s: %v, wrote %d bytes", name, err, out.Len())
		}
	}
	if err := Write(&bytes.Buffer{}, "apache", whole); err == nil || !strings.Contains(err.Error(), "caddy, nginx, systemd") {
		t.Errorf("another kind: %v", err)
	}
}
