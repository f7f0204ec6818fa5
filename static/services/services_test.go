// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package services

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestAddresses(t *testing.T) {
	for _, s := range list {
		u, err := url.Parse(s.URL)
		if err != nil {
			t.Errorf("%s: %v", s.ID, err)
			continue
		}
		ours := strings.HasSuffix("."+u.Host, ".inps.it") || strings.HasSuffix(u.Host, ".lavoro.gov.it")
		if !(u.Scheme == "https" && ours || u.Scheme == "tel" || u.Scheme == "mailto" && strings.HasSuffix(u.Opaque, "@inps.it")) {
			t.Errorf("%s leads to %s", s.ID, u.Host)
		}
	}
	if _, ok := Find("svc-none"); ok {
		t.Error("found a service that is not listed")
	}
}

func TestGeneratedListIsFresh(t *testing.T) {
	out := filepath.Join(t.TempDir(), "list.go")
	if msg, err := exec.Command("go", "run", "./gen", out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, msg)
	}
	fresh, _ := os.ReadFile(out)
	kept, _ := os.ReadFile("services_gen.go")
	if string(fresh) != string(kept) {
		t.Error("services_gen.go is stale: go generate ./static/services")
	}
}
