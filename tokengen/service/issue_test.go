// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"crypto"
	"crypto/sha256"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"videoguida/tokengen/rows"
	"videoguida/tokengen/sign"
)

// BenchmarkIssue is one letter: signed, verified, packed, unpacked. It tells
// how many bare Ed25519 signatures the same machine makes in that time.
func BenchmarkIssue(b *testing.B) {
	dir := b.TempDir()
	if _, err := sign.NewKey(filepath.Join(dir, "key.pem")); err != nil {
		b.Fatal(err)
	}
	s := &Service{Config: Config{
		Base: "https://guida.example/", Key: filepath.Join(dir, "key.pem"), Now: today, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	}}
	s.meters = newMeters(s)
	k, err := s.openKeys()
	if err != nil {
		b.Fatal(err)
	}
	in, err := rows.NewReader(strings.NewReader(naspiRow), rows.Options{Today: today()})
	if err != nil {
		b.Fatal(err)
	}
	row, err := in.Next()
	if err != nil || len(row.Bad) > 0 {
		b.Fatal(err, row.Bad)
	}
	o := &order{keys: k, channels: []string{"qr"}, ids: sha256.New()}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.issue(o, row); err != nil {
			b.Fatal(err)
		}
	}
	whole := b.Elapsed() / time.Duration(b.N)
	began := time.Now()
	for range 2000 {
		k.signer.Sign(nil, make([]byte, 500), crypto.Hash(0))
	}
	b.ReportMetric(float64(whole)/float64(time.Since(began)/2000), "signatures/letter")
}
