// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/civil"
	"videoguida/tokengen/token"
)

// TestVideoSpeaks renders the first seconds of the spot with the voice: picture,
// sound and captions to switch on are there, and what is heard is the narration.
func TestVideoSpeaks(t *testing.T) {
	if _, err := exec.LookPath("ffmpeg"); err != nil || testing.Short() {
		t.Skip("long, and needs ffmpeg: make test")
	}
	o := options{out: t.TempDir(), lang: "it", size: "200x200", scale: 0.25, voice: "../../static/site/voice/it", mp4: true, cut: 3}
	if _, err := writeBook(o, token.Claims{Guide: spot}, civil.Date(2026, 11, 24)); err != nil {
		t.Fatal(err)
	}
	video := filepath.Join(o.out, "guide.mp4")
	var probe struct {
		Streams []stream `json:"streams"`
	}
	if err := json.Unmarshal(output(t, "ffprobe", "-v", "error", "-show_streams", "-of", "json", video), &probe); err != nil {
		t.Fatal(err)
	}
	want := []stream{{"video", "h264", 1280, 720}, {"audio", "aac", 0, 0}, {"subtitle", "mov_text", 0, 0}}
	if d := cmp.Diff(want, probe.Streams); d != "" {
		t.Errorf("streams (-want +got):\n%s", d)
	}
	captions := output(t, "ffmpeg", "-v", "error", "-i", video, "-map", "0:s", "-f", "webvtt", "-")
	if !bytes.Contains(captions, []byte("Hai chiesto la NASpI o la pensione?")) {
		t.Errorf("captions: %s", captions)
	}
	heard := samples(output(t, "ffmpeg", "-v", "error", "-i", video, "-map", "0:a", "-f", "s16le", "-"))
	wav, err := os.ReadFile(filepath.Join(o.out, narration))
	if err != nil {
		t.Fatal(err)
	}
	const header = 44
	if c := alike(samples(wav[header:]), heard); c < 0.97 {
		t.Errorf("what is heard correlates with the narration by %.3f", c)
	}
}

type stream struct {
	Type   string `json:"codec_type"`
	Codec  string `json:"codec_name"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

func output(t *testing.T, program string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(program, args...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v: %s", program, err, said.String())
	}
	return out
}

func samples(pcm []byte) []float64 {
	out := make([]float64, len(pcm)/2)
	for i := range out {
		out[i] = float64(int16(binary.LittleEndian.Uint16(pcm[2*i:])))
	}
	return out
}

// alike is the correlation of two sounds, sample by sample, over the shorter.
func alike(a, b []float64) float64 {
	n := min(len(a), len(b))
	var ab, aa, bb float64
	for i := range n {
		ab, aa, bb = ab+a[i]*b[i], aa+a[i]*a[i], bb+b[i]*b[i]
	}
	return ab / math.Sqrt(aa*bb)
}
