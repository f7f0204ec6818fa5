// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"crypto/rand"
	"strings"
	"testing"
)

const hash64 = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

func TestNewClient(t *testing.T) {
	token, line, err := NewClient("printer", rand.Reader)
	if err != nil || len(token) != 47 || strings.Contains(line, token) {
		t.Fatal(token, line, err)
	}
	c, err := readClients(strings.NewReader(line))
	if err != nil || c.byBearer(token) == nil || c.byBearer(token+"x") != nil || c.byBearer("") != nil {
		t.Errorf("%v: the line does not let its token in, or lets another in", err)
	}
	if _, _, err := NewClient("two words", rand.Reader); err == nil {
		t.Error("a name of two words")
	}
}

func TestReadClientsRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"":                                   "no client",
		"# nobody\n":                         "no client",
		"printer":                            "line 1: must be a name",
		"Printer bearer " + hash64:           "line 1: must be a name",
		"\nprinter password x":               "line 2: the second word",
		"printer bearer vgs_plain":           "line 1: a bearer token is told by its hash",
		"printer bearer sha256:00":           "line 1: a bearer token is told by its hash",
		"printer bearer " + hash64 + " fast": "line 1: requests a second",
		"printer bearer " + hash64 + " 0":    "line 1: requests a second",
		"printer bearer " + hash64 + " NaN":  "line 1: requests a second",
		"a bearer " + hash64 + "\nb bearer " + hash64: "line 2: this bearer token is there twice",
		"a cert x.example\nb cert x.example":          "line 2: this certificate is there twice",
	} {
		if _, err := readClients(strings.NewReader(in)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.30q: %v, want %s", in, err, want)
		} else if strings.Contains(err.Error(), "vgs_plain") {
			t.Error("an error repeats a token")
		}
	}
}

// FuzzReadClients: whatever the file says, nobody gets in with nothing.
func FuzzReadClients(f *testing.F) {
	f.Add("printer bearer " + hash64 + " 20\ncrm cert crm.example")
	f.Add("# \n\nprinter bearer sha256:")
	f.Fuzz(func(t *testing.T, in string) {
		c, err := readClients(strings.NewReader(in))
		if err != nil {
			return
		}
		if len(c.bearer)+len(c.cert) == 0 || c.byBearer("") != nil {
			t.Error("no client, or one without a token")
		}
		for _, one := range c.bearer {
			if one.rate.Burst() < 1 || !clientName.MatchString(one.name) {
				t.Errorf("client %q, burst %d", one.name, one.rate.Burst())
			}
		}
	})
}
