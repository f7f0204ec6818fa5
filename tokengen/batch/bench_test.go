// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"bytes"
	"crypto/ed25519"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"videoguida/tokengen/demo"
)

// worked returns the processor time that the process has used: on a machine
// that others use too, the only clock that tells what work costs.
func worked(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// bare returns what one Ed25519 signature costs here and now, and nothing else.
func bare(b *testing.B) time.Duration {
	const n = 3000
	message := make([]byte, 400) // as long as a token
	from := worked(b)
	for range n {
		ed25519.Sign(key, message)
	}
	return (worked(b) - from) / n
}

// BenchmarkRun prints, for each set of files, the tokens that a core makes in a
// second, self-check included, and the ratio to the limit, which is a core that
// does nothing but sign.
func BenchmarkRun(b *testing.B) {
	var table bytes.Buffer
	if err := demo.WriteRows(&table, rand.New(rand.NewPCG(1, 1)), 10_000, int32(today.Unix()/86400), "naspi", "pension"); err != nil {
		b.Fatal(err)
	}
	for name, o := range map[string]struct {
		formats string
		zip     bool
	}{
		"csv": {"csv", false}, "csv,svg,pdf,zip": {"csv,svg,pdf", true}, "csv,svg,pdf": {"csv,svg,pdf", false},
	} {
		b.Run(name, func(b *testing.B) {
			limit := bare(b)
			from, tokens := worked(b), 0
			for b.Loop() {
				c := config(b, strings.Split(o.formats, ",")...)
				c.Part, c.Zip, c.Sample, c.Rate = 1000, o.zip, 1, 0.95
				tokens += mustRun(b, c, table.String()).Tokens
			}
			each := (worked(b) - from) / time.Duration(tokens)
			b.ReportMetric(1/each.Seconds(), "tokens/core-s")
			b.ReportMetric(1/limit.Seconds(), "signatures/core-s")
			b.ReportMetric(limit.Seconds()/each.Seconds(), "of-the-limit")
			b.ReportMetric(0, "ns/op")
		})
	}
}
