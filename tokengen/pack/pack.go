// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package pack carries a token through a small QR code.
//
// The transport is lossless: signature, then header and payload deflated with
// a frozen dictionary, written as decimal digits because a QR code holds them
// densest. Unpack gives back the byte-identical token. It is a leaf (standard
// library only, no fmt) because it runs in the browser.
package pack

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"errors"
	"io"
	"strings"
)

// Limits of what Unpack reads.
const (
	MaxDigits   = 2200
	MaxInflated = 4096
	maxFragment = 8192
)

// Errors of Unpack. None of them carries the input.
var (
	ErrEmpty   = errors.New("pack: no code")
	ErrDigits  = errors.New("pack: damaged code")
	ErrTooLong = errors.New("pack: code too long")
	ErrVersion = errors.New("pack: unknown transport")
	ErrBomb    = errors.New("pack: the code swells without end") // no scanner does that
)

// ErrUnpackable means that a token cannot travel packed: send it raw.
var ErrUnpackable = errors.New("pack: the token does not survive packing")

const sigSize = 64

// Pack returns the transport of a compact token: "1" and digits. It checks
// that Unpack gives the token back.
func Pack(jwt string) (string, error) {
	p, err := new(Packer).Pack(jwt)
	return p.Digits, err
}

// PackBase64 returns the same bytes as "p" and base64url, for print houses
// whose encoder does not mix segments.
func PackBase64(jwt string) (string, error) {
	p, err := new(Packer).Pack(jwt)
	return p.Base64, err
}

// Unpack returns the compact token in a URL fragment: transport 1 in digits,
// the same in base64url, or the raw token. It forgives what phones, mailers
// and people add: a leading #, blanks and line breaks, trailing punctuation,
// tracking parameters.
func Unpack(fragment string) (string, error) {
	return unpack(fragment, func(deflated []byte) io.Reader {
		return flate.NewReaderDict(bytes.NewReader(deflated), []byte(dictionary))
	})
}

// inflater returns a reader of what was deflated with the dictionary.
type inflater func(deflated []byte) io.Reader

func unpack(fragment string, inflate inflater) (string, error) {
	if len(fragment) > maxFragment {
		return "", ErrTooLong
	}
	s := tidy(fragment)
	switch {
	case s == "":
		return "", ErrEmpty
	case strings.HasPrefix(s, "eyJ"):
		return s, nil
	case s[0] == 'p':
		b, err := base64.RawURLEncoding.Strict().DecodeString(s[1:])
		if err != nil {
			return "", ErrDigits
		}
		return swell(b, inflate)
	case s[0] == '1':
		b, err := undigits(s[1:])
		if err != nil {
			return "", err
		}
		return swell(b, inflate)
	case '2' <= s[0] && s[0] <= '9':
		return "", ErrVersion
	}
	return "", ErrDigits
}

func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r == '\r' || r == '\t' || r == '\u00a0' {
			return -1
		}
		return r
	}, s)
	s = strings.TrimPrefix(strings.TrimPrefix(s, "#"), "%23")
	s, _, _ = strings.Cut(s, "&")
	s, _, _ = strings.Cut(s, "?")
	return strings.TrimRight(s, ".,;:!)>]\"'»/")
}

func swell(b []byte, inflate inflater) (string, error) {
	if len(b) <= sigSize {
		return "", ErrDigits
	}
	plain, err := io.ReadAll(io.LimitReader(inflate(b[sigSize:]), MaxInflated+1))
	if err != nil {
		return "", ErrDigits
	}
	if len(plain) > MaxInflated {
		return "", ErrBomb
	}
	i := bytes.IndexByte(plain, '\n')
	if i < 0 {
		return "", ErrDigits
	}
	enc := base64.RawURLEncoding.EncodeToString
	return enc(plain[:i]) + "." + enc(plain[i+1:]) + "." + enc(b[:sigSize]), nil
}
