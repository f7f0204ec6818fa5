// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/voice"
)

const figures = "figures" // the name of a pack

// small is a pack of three clips; their sound is not looked at here.
func small() *voice.Pack {
	return &voice.Pack{
		Lang: "it", Name: figures, Rate: 24_000, Delay: 1105, Blobs: []byte("AAAABBCCCCCC\x00\x00"),
		Clips: []voice.Clip{
			{Unit: voice.Unit{Form: voice.Final, Text: "euro"}, Offset: 0, Length: 4, Samples: 9600, Head: 1105, Gain: 1000,
				Words: []voice.Word{{At: 20, From: 0, To: 4}}, Mouths: []voice.Mouth{{At: 20, Shape: 3}, {At: 1500, Shape: 0}}},
			{Unit: voice.Unit{Form: voice.Medial, Text: "euro"}, Offset: 4, Length: 2, Samples: 8000, Head: 1200, Gain: 900},
			{Unit: voice.Unit{Form: voice.Whole, Text: "È così."}, Offset: 6, Length: 6, Samples: 24_000, Head: 0, Gain: 1100,
				Words:  []voice.Word{{At: 0, From: 0, To: 2}, {At: 400, From: 3, To: 8}},
				Mouths: []voice.Mouth{{At: 0, Shape: 9}, {At: 400, Shape: 0}}},
		},
	}
}

func TestPackRoundTrip(t *testing.T) {
	p := small()
	got, err := voice.Parse(p.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(p, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	for i := range p.Clips {
		c, ok := got.Find(p.Clips[i].Unit)
		if !ok || cmp.Diff(p.Clips[i], *c) != "" {
			t.Errorf("%q is not found", p.Clips[i].Text)
		}
	}
	if _, ok := got.Find(voice.Unit{Form: voice.Whole, Text: "euro"}); ok {
		t.Error("a form that was not recorded is found")
	}
	if c := &got.Clips[1]; string(got.Data(c)) != "BB" || got.Length(c) != 333 {
		t.Errorf("the clip holds %q for %d ms", got.Data(c), got.Length(c))
	}
}

// TestParseRefuses: whatever is wrong is named, and its value is not.
func TestParseRefuses(t *testing.T) {
	good := string(small().Encode())
	for _, tt := range []struct{ old, new, want string }{
		{"VBK1", "VBK2", "not a voice pack"},
		{"voicebank 1", "voicebank 2", "first line"},
		{" 24000 ", " 00240 ", "first line"},
		{" it ", " IT ", "first line"},
		{"\t1105\t", "\t11 5\t", "number"},
		{"f\t0\t4\t", "f\t0\t99", "nine fields"},
		{"f\t0\t4\t", "x\t0\t4\t", "form"},
		{"m\t4\t", "m\t14", "nine fields"},
		{"w\t6\t6\t", "w\t9\t6\t", "outside"},
		{"20:0:4", "20:4:4", "words"},
		{"400:3:8", "400:9:8", "words"},
		{"400:3:8", "400:1:8", "words"},
		{"A9o0", "A9o:", "mouths"},
		{"A9o0", "A9 0", "mouths"},
		{"È", "\xff\xff", "text"},
		{"È", "\x01\x01", "text"},
		{"\teuro\nm", "\tzuro\nm", "order"},
		{"m\t4\t2", "f\t4\t2", "order"},
	} {
		if !strings.Contains(good, tt.old) {
			t.Fatalf("%q is not in the pack: %q", tt.old, good)
		}
		_, err := voice.Parse([]byte(strings.Replace(good, tt.old, tt.new, 1)))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q for %q: %v, want an error about %q", tt.new, tt.old, err, tt.want)
		}
	}
	for n := range len("VBK1....") {
		if _, err := voice.Parse([]byte(good[:n])); err == nil {
			t.Errorf("%d bytes were taken for a pack", n)
		}
	}
	if _, err := voice.Parse([]byte(good[:40])); err == nil || errors.Unwrap(err) != nil {
		t.Errorf("a cut pack: %v", err)
	}
}

// FuzzParse: nothing that is read makes trouble, and what is read is written
// and read again as it was.
func FuzzParse(f *testing.F) {
	f.Add(small().Encode())
	f.Add([]byte("VBK1\x00\x00\x00\x00"))
	f.Add([]byte("VBK1\x1a\x00\x00\x00voicebank 1 it a 8000 0\n\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := voice.Parse(b)
		if err != nil {
			return
		}
		for i := range p.Clips {
			p.Data(&p.Clips[i])
			if c, ok := p.Find(p.Clips[i].Unit); !ok || c != &p.Clips[i] {
				t.Fatalf("clip %d is not found", i)
			}
		}
		again, err := voice.Parse(p.Encode())
		if err != nil {
			t.Fatalf("written again: %v", err)
		}
		if d := cmp.Diff(p, again); d != "" {
			t.Fatal(d)
		}
	})
}
