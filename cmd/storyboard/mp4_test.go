// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"videoguida/player/civil"
)

func videoBook(t *testing.T) *book {
	t.Helper()
	b, err := newBook(options{out: t.TempDir(), lang: "it", size: "200x200"}, invented, civil.Date(2026, 11, 24))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestVideoNeedsFFmpeg: without the program the reason is said, and how to get
// it.
func TestVideoNeedsFFmpeg(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if err := videoBook(t).writeVideo(&bytes.Buffer{}); !errors.Is(err, errFFmpeg) {
		t.Errorf("got %v", err)
	}
}

// TestVideoHasSoundWhenThereIsOne: the captions always travel along, the
// narration when it was written.
func TestVideoHasSoundWhenThereIsOne(t *testing.T) {
	b := videoBook(t)
	args := b.videoArgs()
	if slices.Contains(args, "2:a") || !slices.Contains(args, "mov_text") || !slices.Contains(args, "libx264") {
		t.Errorf("without narration: %q", args)
	}
	if err := os.WriteFile(filepath.Join(b.out, narration), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if args := b.videoArgs(); !slices.Contains(args, "2:a") || !slices.Contains(args, "aac") {
		t.Errorf("with narration: %q", args)
	}
}

// TestVideoForTheWeb: what would be published is smaller and smoother than what
// staff look at.
func TestVideoForTheWeb(t *testing.T) {
	b, err := newBook(options{out: t.TempDir(), lang: "it", size: "200x200", web: true}, invented, civil.Date(2026, 11, 24))
	if err != nil {
		t.Fatal(err)
	}
	args := strings.Join(b.videoArgs(), " ")
	for _, want := range []string{"-framerate 30", "-preset medium -crf 23"} {
		if !strings.Contains(args, want) {
			t.Errorf("%q is not in %s", want, args)
		}
	}
}

// TestProgressEnds: the bar fills and then leaves its line.
func TestProgressEnds(t *testing.T) {
	var out bytes.Buffer
	progress(&out, 1, 2)
	progress(&out, 2, 2)
	want := "\r[###############...............]  50%\r[##############################] 100%\n"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}
