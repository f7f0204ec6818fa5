// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"videoguida/tokengen/demo"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/proof"
	"videoguida/tokengen/qr"
	"videoguida/tokengen/sign"
)

// sample returns how many letters a guide is tried with: all with FULL=1.
func sample(some, all int) int {
	if os.Getenv("FULL") != "" {
		return all
	}
	return some
}

// link signs and packs an invented letter and returns what its code says.
func link(t testing.TB, r *rand.Rand, guide string, p *pack.Packer) string {
	t.Helper()
	c := demo.Random(r, guide, int32(today.Unix()/86400))
	c.Jti = sign.Jti(fmt.Sprint(r.Uint64()))
	jwt, err := sign.Sign(c, key, "kmxUZnF")
	if err != nil {
		t.Fatal(err)
	}
	packed, err := p.Pack(jwt)
	if err != nil {
		t.Fatal(err)
	}
	return "https://guida.example/#" + packed.Digits
}

// TestSizes: of random letters nearly all fit the version that their guide's
// codes are drawn in, and both decoders read every picture.
func TestSizes(t *testing.T) {
	n := sample(30, 3000)
	for _, guide := range []string{"naspi", "pension"} {
		r := rand.New(rand.NewPCG(6, uint64(len(guide))))
		var p pack.Packer
		var d qr.Drawer
		dir, versions, unread := t.TempDir(), map[int]int{}, 0
		links := make([]string, n)
		for i := range n {
			links[i] = link(t, r, guide, &p)
			v, err := qr.Version(links[i], 1)
			if err != nil {
				t.Fatal(err)
			}
			versions[v]++
			c, err := d.Draw(links[i], Least(guide))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := proof.Read(c.Picture(qr.Dots)); err != nil || got != links[i] {
				unread++
			}
			writePNG(t, filepath.Join(dir, fmt.Sprintf("%04d.png", i)), c)
		}
		fit := 0
		for v, k := range versions {
			if v <= Least(guide) {
				fit += k
			}
		}
		t.Logf("%s: %d letters, %.1f %% at version %d or smaller, versions %v", guide, n, 100*float64(fit)/float64(n), Least(guide), versions)
		t.Logf("%s: gozxing reads %d of %d", guide, n-unread, n)
		if fit*100 < n*95 || unread > 0 {
			t.Errorf("%s: %d of %d letters fit version %d, %d are not read", guide, fit, n, Least(guide), unread)
		}
		zbar(t, guide, dir, links)
	}
}

func writePNG(t *testing.T, path string, c qr.Code) {
	t.Helper()
	b, err := c.AppendPNG(nil, nil)
	if err == nil {
		err = os.WriteFile(path, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// zbar reads every picture of a folder with Debian's zbarimg.
func zbar(t *testing.T, guide, dir string, links []string) {
	t.Helper()
	if _, err := exec.LookPath("zbarimg"); err != nil {
		t.Log("zbarimg is not installed: apt-get install zbar-tools")
		return
	}
	pictures, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	args := append([]string{"--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"}, pictures...)
	out, err := exec.Command("zbarimg", args...).Output()
	got := strings.Split(strings.TrimSpace(string(out)), "\n")
	read := 0
	for i := range got {
		if i < len(links) && got[i] == links[i] {
			read++
		}
	}
	t.Logf("%s: zbarimg reads %d of %d", guide, read, len(links))
	if read != len(links) || len(got) != len(links) {
		t.Errorf("%s: zbarimg reads %d of %d: %v", guide, read, len(links), err)
	}
}
