// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"videoguida/cmd/internal/pdf"
	"videoguida/cmd/internal/svg"
	"videoguida/player/facts"
	"videoguida/player/icon"
	"videoguida/player/l10n"
	"videoguida/player/typeset/titillium/fonts"
	"videoguida/player/ui"
	"videoguida/tokengen/qr"
)

//go:embed flyer.html
var source string

var page = template.Must(template.New("flyer").Parse(source))

// paper is a size to print on, mm.
type paper struct {
	Name        string
	Width, High float64
	Bleed       float64
	Unit        float64 // one rem: the layout is the same on every paper
}

// papers are the four that are written.
var papers = [...]paper{
	{"a4", 210, 297, 0, 4}, {"a4-abbondanza", 210, 297, 3, 4},
	{"a5", 148, 210, 0, 4 * 148. / 210}, {"a5-abbondanza", 148, 210, 3, 4 * 148. / 210},
}

// leaflet is what the page shows.
type leaflet struct {
	paper
	Lang, Address   string
	QR, Officer     template.URL
	Regular, Strong template.URL
	Ways            []way
	words           *l10n.Catalog
	facts           facts.Set
}

// way is one of the ways to open a guide.
type way struct {
	Title, Text string
	Picture     template.URL
}

// Text is a message in the leaflet's language.
func (l leaflet) Text(id string) string { return l.words.Text(id, l.facts) }

// PageWidth and PageHigh are the sheet's with its bleed, mm.
func (p paper) PageWidth() float64 { return p.Width + 2*p.Bleed }

// PageHigh is documented with PageWidth.
func (p paper) PageHigh() float64 { return p.High + 2*p.Bleed }

// write writes the leaflet on every paper.
func write(o options, out io.Writer) error {
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return err
	}
	code, err := drawQR(o.url)
	if err != nil {
		return err
	}
	for _, p := range papers {
		file := filepath.Join(o.out, fmt.Sprintf("volantino-%s-%s.pdf", o.lang, p.Name))
		if err := print(newLeaflet(o, p, code), file); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %g by %g mm\n", file, p.PageWidth(), p.PageHigh())
	}
	return nil
}

func newLeaflet(o options, p paper, code template.URL) leaflet {
	address := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(o.url, "https://"), "http://"), "/")
	l := leaflet{
		paper: p, Lang: o.lang, QR: code, Officer: drawing(svg.Officer("smile")),
		Regular: pdf.Font(fonts.Regular), Strong: pdf.Font(fonts.Bold),
		words: l10n.Lookup(o.lang), facts: facts.Set{"indirizzoBreve": {Kind: facts.Text, S: address}},
	}
	for i, n := range [...]icon.Name{icon.Mail, icon.LoginId, icon.Mail, icon.Smartphone} {
		title, text, _ := strings.Cut(l.Text(fmt.Sprintf("vol-%d", i+1)), ": ")
		l.Ways = append(l.Ways, way{title, capital(text), drawing(svg.Icon(n, ui.Primary))})
	}
	l.Ways[0].Picture = drawing(scan)
	return l
}

// capital begins a text with a capital letter.
func capital(s string) string {
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// print prints the leaflet through a page in a folder of its own.
func print(l leaflet, file string) error {
	dir, err := os.MkdirTemp("", "flyer-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var html strings.Builder
	if err := page.Execute(&html, l); err != nil {
		return err
	}
	source := filepath.Join(dir, "flyer.html")
	if err := os.WriteFile(source, []byte(html.String()), 0o600); err != nil {
		return err
	}
	return pdf.Print(source, file)
}

// drawQR draws the code of an address.
func drawQR(address string) (template.URL, error) {
	var d qr.Drawer
	code, err := d.Draw(address, 1)
	if err != nil {
		return "", err
	}
	return drawing(string(code.AppendSVG(nil, "QR", code.AppendRuns(nil)))), nil
}

// drawing is the address of a drawing inside the page. As a picture it has a
// description of its own in the PDF; it stays in vectors.
func drawing(s string) template.URL {
	return template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(s))) //nolint:gosec // our own drawing
}
