// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package wasmbin

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var file = Join([]Section{{Import, []byte{0}}, {Data, Memory{From: 70_000, Bytes: []byte("ciao")}.Section()}, {Custom, bytes.Repeat([]byte{7}, 300)}})

func TestSplitJoin(t *testing.T) {
	sections, err := Split(file)
	if err != nil || len(sections) != 3 || len(sections[2].Body) != 300 {
		t.Fatalf("%v, %v", sections, err)
	}
	if got := Join(sections); !bytes.Equal(got, file) {
		t.Errorf("joined: %x", got)
	}
}

func TestBroken(t *testing.T) {
	for name, tt := range map[string]struct {
		file []byte
		want error
	}{
		"nothing":      {nil, ErrForeign},
		"a page":       {[]byte("<!doctype html>"), ErrForeign},
		"version 2":    {[]byte("\x00asm\x02\x00\x00\x00"), ErrForeign},
		"cut short":    {file[:len(file)-1], ErrTruncated},
		"endless size": {[]byte(preamble + "\x0b\xff\xff\xff\xff\xff\xff"), ErrTruncated},
	} {
		if _, err := Split(tt.file); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, tt := range map[string]struct {
		section []byte
		want    error
	}{
		"another memory": {[]byte{1, 2, 0x41, 0, 0x0b, 1, 9}, ErrUnknown},
		"an expression":  {[]byte{1, 0, 0x23, 0, 0x0b, 1, 9}, ErrUnknown},
		"too far":        {[]byte{1, 0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x01, 0x0b, 1, 9}, ErrUnknown},
		"too short":      {[]byte{1, 0, 0x41, 0, 0x0b, 2, 9}, ErrTruncated},
		"too few":        {[]byte{2, 0, 0x41, 0, 0x0b, 1, 9}, ErrTruncated},
	} {
		if _, err := ReadMemory(tt.section); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMemory: what a data section lays out comes back, and long runs of zeros
// are not written.
func TestMemory(t *testing.T) {
	sparse := slices.Concat([]byte{1}, make([]byte, 10), []byte{2}, make([]byte, 5000), []byte("end"))
	section := Memory{From: 1 << 20, Bytes: sparse}.Section()
	if len(section) > 100 {
		t.Errorf("the section has %d bytes", len(section))
	}
	got, err := ReadMemory(section)
	if want := (Memory{From: 1 << 20, Bytes: sparse}); err != nil || cmp.Diff(got, want) != "" {
		t.Errorf("%v: %s", err, cmp.Diff(got, want))
	}
	if got, err := ReadMemory([]byte{0}); err != nil || len(got.Bytes) != 0 {
		t.Errorf("no segments: %v, %v", got, err)
	}
}

func TestInt(t *testing.T) {
	for _, v := range []int32{0, 1, -1, 63, 64, -64, -65, 127, 128, 1 << 20, -1 << 20, 1<<31 - 1, -1 << 31} {
		b := appendInt(nil, v)
		if r := NewReader(b); r.Int() != v || r.Err() != nil || r.More() {
			t.Errorf("%d is written %x", v, b)
		}
	}
}

// FuzzSplit: whatever a file holds, reading it ends, and what could be read is
// written so that it reads the same.
func FuzzSplit(f *testing.F) {
	f.Add(file)
	f.Add(file[:20])
	f.Fuzz(func(t *testing.T, b []byte) {
		sections, err := Split(b)
		if err != nil {
			return
		}
		again, err := Split(Join(sections))
		if err != nil || cmp.Diff(again, sections) != "" {
			t.Fatalf("%v: %s", err, cmp.Diff(again, sections))
		}
		for _, s := range sections {
			m, err := ReadMemory(s.Body)
			if err != nil || len(m.Bytes) > 1<<20 {
				continue
			}
			back, err := ReadMemory(m.Section())
			if err != nil || !bytes.Equal(bytes.Trim(back.Bytes, "\x00"), bytes.Trim(m.Bytes, "\x00")) {
				t.Fatalf("memory: %v", err)
			}
		}
	})
}
