// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	unescape "html"
	"regexp"
	"strings"
	"testing"

	"videoguida/cmd/internal/pdf"
	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/tokengen/qr"
)

const address = "https://guida.example.it/"

// html is the leaflet's page.
func html(t *testing.T, lang string, p paper) string {
	t.Helper()
	code, err := drawQR(address)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := page.Execute(&b, newLeaflet(options{url: address, lang: lang}, p, code)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestLeafletSaysTheCustomersWords: every text of the leaflet is there, in
// every language, with the address and without an open slot.
func TestLeafletSaysTheCustomersWords(t *testing.T) {
	for _, lang := range l10n.Langs() {
		got := html(t, lang, papers[0])
		f := facts.Set{"indirizzoBreve": {Kind: facts.Text, S: "guida.example.it"}}
		for _, id := range l10n.Lookup(lang).IDs() {
			text := l10n.Lookup(lang).Text(id, f)
			if !strings.HasPrefix(id, "vol-") {
				continue
			}
			_, after, cut := strings.Cut(text, ": ")
			if ways := regexp.MustCompile(`^vol-\d$`); ways.MatchString(id) && cut {
				text = capital(after)
			}
			if !strings.Contains(got, escaped(text)) {
				t.Errorf("%s: %s is missing: %s", lang, id, text)
			}
		}
		if !strings.Contains(got, "guida.example.it") || strings.ContainsAny(got, "⟦⟧") || strings.Contains(got, "ZgotmplZ") {
			t.Errorf("%s: the address is missing or a slot is open", lang)
		}
	}
}

func escaped(s string) string { return strings.ReplaceAll(s, "'", "&#39;") }

// TestPapers: the pages are A4 and A5, and 3 mm larger on every side with bleed.
func TestPapers(t *testing.T) {
	for i, want := range []string{"210mm 297mm", "216mm 303mm", "148mm 210mm", "154mm 216mm"} {
		if got := html(t, "it", papers[i]); !strings.Contains(got, "@page { size: "+want+";") {
			t.Errorf("%s is not %s", papers[i].Name, want)
		}
	}
}

// TestCodeIsTheAddress: the page shows the address's code, in vectors and with
// the white around it that cameras need.
func TestCodeIsTheAddress(t *testing.T) {
	var d qr.Drawer
	code, err := d.Draw(address, 1)
	if err != nil {
		t.Fatal(err)
	}
	svg := string(code.AppendSVG(nil, "QR", code.AppendRuns(nil)))
	src := base64.StdEncoding.EncodeToString([]byte(svg))
	if got := unescape.UnescapeString(html(t, "it", papers[0])); !strings.Contains(got, `<img class="qr" src="data:image/svg+xml;base64,`+src) {
		t.Error("the page shows another code")
	}
	if white := fmt.Sprintf(`viewBox="0 0 %d %d"`, code.Size+8, code.Size+8); !strings.Contains(svg, white) {
		t.Error("the quiet zone is not four modules")
	}
}

// TestNeedsABrowser: without one the reason is said, and how to get it.
func TestNeedsABrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("CHROMIUM", "")
	if err := pdf.Print("none.html", "none.pdf"); !errors.Is(err, pdf.ErrNoBrowser) {
		t.Errorf("got %v", err)
	}
}
