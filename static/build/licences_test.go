// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"videoguida/static/build/parts"
)

var listed = regexp.MustCompile(`<li><b><span lang="en">([^<]+)</span>(?: <span class="version">([^<]+)</span>)?</b>: ([^.<]+)\. \w+ <span class="version">([^<]+)</span>\.`)

// TestLicencePages: in each language the page tells of each part what it is for
// and its licence, and shows every word of each text.
func TestLicencePages(t *testing.T) {
	publish(t)
	all, err := Parts(Options{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"licenze.html", "licenze.de.html", "licenze.en.html"} {
		page := read(t, name)
		found := map[string]bool{}
		for _, m := range listed.FindAllStringSubmatch(page, -1) {
			found[m[1]+" "+m[2]+" "+m[4]] = len(strings.Fields(m[3])) > 1
		}
		for _, p := range all[1:] {
			if !found[p.Name+" "+p.Version+" "+p.Licence] {
				t.Errorf("%s does not say what %s %s, %s, is for", name, p.Name, p.Version, p.Licence)
			}
		}
		said := strings.Join(strings.Fields(html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, " "))), " ")
		for _, text := range parts.Texts(all) {
			for _, p := range text.Paragraphs {
				if !strings.Contains(said, p) {
					t.Errorf("%s lacks %q of %s", name, p, text.Licence)
				}
			}
		}
	}
}

// TestFooters: every page links to the pages beside the guide in its language.
func TestFooters(t *testing.T) {
	publish(t)
	for _, name := range append([]string{"index.html"}, beside...) {
		page := read(t, name)
		_, footer, _ := strings.Cut(page, "<footer>")
		suffix := regexp.MustCompile(`(\.\w\w)?\.html$`).FindString(name)
		for _, to := range []string{"privacy", "accessibilita", "licenze"} {
			if !strings.Contains(footer, `href="/`+to+suffix+`"`) {
				t.Errorf("the footer of %s does not lead to %s%s", name, to, suffix)
			}
		}
	}
}

// TestSource: the page names the repository of publiccode.yml, unless it is an
// example's.
func TestSource(t *testing.T) {
	for text, want := range map[string]string{
		"name: x\nurl: \"https://git.inps.it/videoguida.git\" # here\n": "https://git.inps.it/videoguida.git",
		"url: https://git.inps.it/videoguida.git\n":                     "https://git.inps.it/videoguida.git",
		"url: \"https://git.ente.example/videoguida.git\"\n":            "",
		"url: https://www.example.org/v\n":                              "",
		"url: javascript:alert(1)\n":                                    "",
		"landingURL: https://git.inps.it/\n":                            "",
	} {
		if got := source([]byte(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	code, err := os.ReadFile(filepath.Join(root, "publiccode.yml"))
	if err != nil || !repository.Match(code) {
		t.Errorf("publiccode.yml names no repository: %v", err)
	}
}
