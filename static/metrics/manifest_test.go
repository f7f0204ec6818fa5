// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/tokengen/manifest"
)

func TestFromManifest(t *testing.T) {
	m, err := manifest.Read(strings.NewReader(`{"format":"videoguida-manifest/1","made_by":"batch","batch":"autunno","shard":"1/2","issued":"2026-11-24",
		"rows":100,"rejected":0,"letters":100,"tokens":210,"counts":[
		{"camp":"2026Q4","channel":"qr","guide":"naspi","tokens":60},{"camp":"2026Q4","channel":"qr","guide":"pension","tokens":40},
		{"camp":"2026Q4","channel":"sms","guide":"naspi","tokens":10},{"camp":"","channel":"io","guide":"naspi","tokens":100}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := Run{"batch autunno 1/2", []string{"2026q4", "none"}, []Count{
		{Key{"2026q4", Issued, "", "", ""}, 110}, {Key{"2026q4", Issued, "", "ch", "qr"}, 100},
		{Key{"none", Issued, "", "", ""}, 100}, {Key{"none", Issued, "", "ch", "io"}, 100},
	}}
	if d := cmp.Diff(want, FromManifest(m)); d != "" {
		t.Error(d)
	}
	m.MadeBy = "notify"
	if r := FromManifest(m); r.Counts[0].Metric != Sent {
		t.Errorf("%v", r)
	}
}
