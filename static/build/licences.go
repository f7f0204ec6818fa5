// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"bytes"
	"html/template"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"videoguida/static/build/parts"
	"videoguida/static/build/trim"
)

// take lists what the site is made of.
func (s *site) take() (err error) {
	s.parts, err = s.list()
	return err
}

// Parts lists what a site is made of, with the licences. Only Root and Stock of
// the options count.
func Parts(o Options) ([]parts.Part, error) {
	s := &site{Options: o}
	return s.list()
}

func (s *site) list() ([]parts.Part, error) {
	var programs []parts.Program
	for _, name := range Programs {
		p := parts.Program{Dir: "./wasm/" + name}
		module, err := s.module(name)
		if err != nil {
			return nil, err
		}
		if len(module) > 0 {
			p.Modfile, p.Changed = module[1], trim.Path
		}
		programs = append(programs, p)
	}
	return parts.Site(s.Root, programs...)
}

// licencePage is what the page of licences is filled with.
type licencePage struct {
	Source string       // where the code is published, or nothing
	Others []parts.Part // by other authors
	Texts  []licenceText
}

// licenceText is a text with the parts it is for, as a sentence lists them.
type licenceText struct {
	parts.Text
	For string
}

// licences fills in the page of licences.
func (s *site) licences(page []byte) ([]byte, error) {
	t, err := template.New("").Parse(string(page))
	if err != nil {
		return nil, err
	}
	code, err := os.ReadFile(filepath.Join(s.Root, "publiccode.yml"))
	if err != nil {
		return nil, err
	}
	p := licencePage{Source: source(code), Others: slices.Clone(s.parts[1:])}
	slices.SortFunc(p.Others, func(a, b parts.Part) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	for _, text := range parts.Texts(s.parts) {
		p.Texts = append(p.Texts, licenceText{text, strings.Join(text.Names, ", ")})
	}
	var b bytes.Buffer
	err = t.Execute(&b, p)
	return b.Bytes(), err
}

// repository is the line of publiccode.yml that says where the code is.
var repository = regexp.MustCompile(`(?m)^url: "?(https://[^"\s]+)`)

// source is the address of the code in publiccode.yml, or nothing while that is
// one of the names reserved for examples.
func source(publiccode []byte) string {
	m := repository.FindSubmatch(publiccode)
	if m == nil {
		return ""
	}
	u, err := url.Parse(string(m[1]))
	if err != nil || reserved.MatchString(u.Hostname()) {
		return ""
	}
	return u.String()
}

// reserved are names that nobody owns (RFC 2606, RFC 6761).
var reserved = regexp.MustCompile(`(^|\.)(example|invalid|test|localhost|example\.(com|net|org))$`)
