// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"videoguida/tokengen/rows"
)

// TestWriteRows: every invented row is a good one, and reads as it was invented.
func TestWriteRows(t *testing.T) {
	var b bytes.Buffer
	day := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	if err := WriteRows(&b, rand.New(rand.NewPCG(1, 1)), 500, int32(day.Unix()/86400), "naspi", "pension"); err != nil {
		t.Fatal(err)
	}
	r, err := rows.NewReader(&b, rows.Options{Today: day})
	if err != nil {
		t.Fatal(err)
	}
	again := rand.New(rand.NewPCG(1, 1))
	n := 0
	for ; ; n++ {
		row, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil || row.Bad != nil {
			t.Fatalf("row %d: %v %v", n, err, row.Bad)
		}
		want := Random(again, []string{"naspi", "pension"}[n%2], int32(day.Unix()/86400))
		if got := row.Claims; got.Name != want.Name || got.Monthly != want.Monthly || got.Net != want.Net || strings.Join(got.Linked, " ") != strings.Join(want.Linked, " ") || got.Exp != want.Exp {
			t.Errorf("row %d differs: %+v", n, got)
		}
	}
	if n != 500 {
		t.Errorf("%d rows", n)
	}
}
