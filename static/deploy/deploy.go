// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package deploy writes the files that put a built site on a server: behind
// nginx or Caddy, which then serve the files themselves, or as a systemd
// service of this project's own host.
//
// The security headers are those of package host, from one place, so that no
// two servers can promise different things. None of the files has a log that
// could hold a letter's token.
package deploy

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"videoguida/static/host"
)

//go:embed nginx.conf Caddyfile videoguida.service
var files embed.FS

// Kinds are the files there are, by the word that asks for them.
var Kinds = []string{"caddy", "nginx", "systemd"}

var names = map[string]string{"caddy": "Caddyfile", "nginx": "nginx.conf", "systemd": "videoguida.service"}

// Server is what a file is written for.
type Server struct {
	Host    string   // the site's name
	Bind    string   // address to listen on; empty: all
	Listen  string   // port
	Root    string   // the folder of the built site, absolute
	Cert    string   // PEM file of the certificates, absolute; empty: plain HTTP
	Key     string   // PEM file of its key, absolute
	Ingest  string   // host:port that takes /m; empty: what the page counts is thrown away
	Program string   // path of videoguida, absolute; systemd only
	Parents []string // origins that may frame the page
}

// Headers are those of every answer.
func (s Server) Headers() []host.Header { return host.Headers(s.Parents) }

// What may stand in a file: nothing that could end a directive or a string.
var (
	hostName = regexp.MustCompile(`^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$`)
	port     = regexp.MustCompile(`^[0-9]{1,5}$`)
	ip       = regexp.MustCompile(`^([0-9.]+|\[[0-9a-f:]+\])$`)
	address  = regexp.MustCompile(`^([a-z0-9.-]+|\[[0-9a-f:]+\]):[0-9]{1,5}$`)
	filePath = regexp.MustCompile(`^/[A-Za-z0-9._/-]+$`)
)

// Write writes the file of a kind for the server.
func Write(w io.Writer, kind string, s Server) error {
	if !slices.Contains(Kinds, kind) {
		return fmt.Errorf("no file of the kind %q: there are %s", kind, strings.Join(Kinds, ", "))
	}
	if err := s.check(kind); err != nil {
		return err
	}
	t, err := template.ParseFS(files, names[kind])
	if err != nil {
		return err
	}
	return t.Execute(w, s)
}

func (s Server) check(kind string) error {
	tests := []struct {
		name, value string
		form        *regexp.Regexp
		needed      bool
	}{
		{"host", s.Host, hostName, true},
		{"bind", s.Bind, ip, false},
		{"listen", s.Listen, port, true},
		{"root", s.Root, filePath, true},
		{"cert", s.Cert, filePath, s.Key != ""},
		{"key", s.Key, filePath, s.Cert != ""},
		{"ingest", s.Ingest, address, false},
		{"program", s.Program, filePath, kind == "systemd"},
	}
	for _, t := range tests {
		if (t.value != "" || t.needed) && !t.form.MatchString(t.value) {
			return fmt.Errorf("%s is missing or has a form that cannot stand in a configuration", t.name)
		}
	}
	for _, p := range s.Parents {
		if strings.ContainsAny(p, "\"';{}\\ \t\r\n") {
			return errors.New("parents: an origin has a character that cannot stand in a configuration")
		}
	}
	return nil
}
