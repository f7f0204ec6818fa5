// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pack

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
)

// TestDictionaryIsFrozen: letters already printed depend on every byte.
func TestDictionaryIsFrozen(t *testing.T) {
	h := sha256.Sum256([]byte(dictionary))
	const want = "2965fc8bec5f1165fadc55effea8ac64b421076aaac0752a2c126048ad4db16d"
	if got := hex.EncodeToString(h[:]); got != want {
		t.Errorf("the dictionary changed: %s; make a new transport instead", got)
	}
}

const sample = "eyJhbGciOiJFZERTQSIsImtpZCI6ImtteFVabkYiLCJ0eXAiOiJKV1QifQ.eyJ2IjoxLCJpc3MiOiJodHRwczovL3d3dy5pbnBzLml0IiwiYXVkIjoidmlkZW9ndWlkYSIsImp0aSI6ImM4ZEdKNGdqalBZdCIsImlhdCI6MTc5NTMwNTYwMCwiZXhwIjoxODEwODU3NjAwLCJndWlkZSI6Im5hc3BpIiwibGFuZyI6Iml0IiwiY2giOiJxciIsImNhbXAiOiJkZW1vIiwibmFtZSI6Ik1hcmlhIiwiYXBwbGllZCI6MjA3NzIsInN0YXJ0IjoyMDc3NSwiZGF5cyI6MzY0LCJtb250aGx5IjoxMTQ0NzEsImNhbGMiOiJzb2dsaWEiLCJ5ZWFyIjoyMDI2LCJmaXJzdF9wYXkiOjIwNzk4LCJjb250YWN0cyI6Im9rIn0.3GvsbT9i6lmX7kf5lpgBXscO-4OkAlFRva5n8sR21pMFbEqXAey5ZwsvdOqUCbFXilyCrO0sLFxCsbLjmAmGBA"

func TestRoundTrip(t *testing.T) {
	p, err := Pack(sample)
	if err != nil {
		t.Fatal(err)
	}
	if len(p) > 420 {
		t.Errorf("packed to %d characters", len(p))
	}
	b, err := PackBase64(sample)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{p, b, sample, "#" + p, "%23" + p, p + ".", p[:90] + "\r\n " + p[90:], p + "&utm_source=x", p + "?fbclid=y", "\t" + p + ")"} {
		if got, err := Unpack(s); err != nil || got != sample {
			t.Errorf("%.20s…: %v", s, err)
		}
	}
}

func TestDigits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 100 {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(r.Uint32())
		}
		got, err := undigits(digits(b))
		if err != nil || !bytes.Equal(got, b) {
			t.Fatalf("%d bytes: %v", n, err)
		}
	}
}

func TestUnpackRefuses(t *testing.T) {
	p, _ := Pack(sample)
	tests := []struct {
		name, in string
		want     error
	}{
		{"empty", "", ErrEmpty},
		{"blank", " #\n", ErrEmpty},
		{"half", p[:len(p)/2], ErrDigits},
		{"letter inside", p[:50] + "x" + p[51:], ErrDigits},
		{"too many digits", "1" + strings.Repeat("9", MaxDigits+1), ErrTooLong},
		{"huge", strings.Repeat("1", 10000), ErrTooLong},
		{"other transport", "2" + p[1:], ErrVersion},
		{"words", "ciao", ErrDigits},
		{"group overflow", "1" + strings.Repeat("9", 17), ErrDigits},
	}
	for _, tt := range tests {
		if _, err := Unpack(tt.in); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

// TestBomb: a short code that inflates without end stops at the limit.
func TestBomb(t *testing.T) {
	if _, err := Pack("e30." + strings.Repeat("AAAA", 6000) + "." + strings.Repeat("A", 86)); !errors.Is(err, ErrUnpackable) {
		t.Errorf("an 18 KB payload was packed: %v", err)
	}
	if got, err := Unpack(bomb(t, MaxInflated)); err != nil || len(got) < MaxInflated {
		t.Errorf("%d bytes at the limit: %d characters, %v", MaxInflated, len(got), err)
	}
	for _, size := range []int{MaxInflated + 1, 1 << 20, 4 << 20} {
		s := bomb(t, size)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Unpack(s)
		runtime.ReadMemStats(&after)
		if !errors.Is(err, ErrBomb) {
			t.Errorf("%d bytes in %d characters: %v", size, len(s), err)
		}
		if n := after.TotalAlloc - before.TotalAlloc; n > 256<<10 {
			t.Errorf("a bomb of %d bytes takes %d bytes of memory", size, n)
		}
	}
}

// bomb returns a code of the digits transport that inflates to size bytes, if
// its digits are few enough, else one of the base64 transport.
func bomb(t *testing.T, size int) string {
	t.Helper()
	b := bytes.NewBuffer(make([]byte, sigSize))
	w, err := flate.NewWriterDict(b, flate.BestCompression, []byte(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	plain := bytes.Repeat([]byte("{}\n "), size/4+1)[:size]
	if _, err := w.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if s := "1" + digits(b.Bytes()); len(s) <= MaxDigits {
		return s
	}
	return "p" + base64.RawURLEncoding.EncodeToString(b.Bytes())
}

// FuzzUnpack: no input passes the caps, what people add makes no difference,
// and what was unpacked can be packed and unpacked again.
func FuzzUnpack(f *testing.F) {
	p, _ := Pack(sample)
	b, _ := PackBase64(sample)
	for _, s := range []string{p, b, sample, "", "1", "p", "#1234", "1" + strings.Repeat("0", 500), p[:200] + "\n" + p[200:], "%23" + p} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		jwt, err := Unpack(s)
		if err != nil {
			if jwt != "" || strings.Contains(err.Error(), s) && len(s) > 20 {
				t.Errorf("refused with %v and %q", err, jwt)
			}
			return
		}
		if strings.HasPrefix(jwt, "eyJ") && strings.Contains(s, "eyJ") {
			return // the raw token
		}
		if len(s) > maxFragment || len(jwt) > (MaxInflated+sigSize)*4/3+8 {
			t.Errorf("%d characters unpacked to %d", len(s), len(jwt))
		}
		for _, variant := range []string{"#" + s, " " + s + "\r\n", s + "."} {
			if again, err := Unpack(variant); len(variant) <= maxFragment && s[0] != '#' && s[0] != '%' && (err != nil || again != jwt) {
				t.Errorf("%.40q: %v", variant, err)
			}
		}
		if packed, err := Pack(jwt); err == nil {
			if back, err := Unpack(packed); err != nil || back != jwt {
				t.Errorf("packed again it is another token: %v", err)
			}
		}
	})
}

func BenchmarkPack(b *testing.B) {
	for b.Loop() {
		if _, err := Pack(sample); err != nil {
			b.Fatal(err)
		}
	}
}

// TestPackerForgets: a packer gives what a fresh one gives, whatever it packed
// before.
func TestPackerForgets(t *testing.T) {
	var p Packer
	long := "e30." + strings.Repeat("eyJ2Ijox", 300) + "." + strings.Repeat("A", 86)
	for i, jwt := range []string{sample, long, sample, "e30.e30.x", sample, sample} {
		got, err1 := p.Pack(jwt)
		want, err2 := new(Packer).Pack(jwt)
		if got != want || !errors.Is(err1, err2) {
			t.Errorf("token %d: %v, %v", i, err1, err2)
		}
	}
}

func BenchmarkPacker(b *testing.B) {
	var p Packer
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Pack(sample); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnpack(b *testing.B) {
	s, err := Pack(sample)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Unpack(s); err != nil {
			b.Fatal(err)
		}
	}
}
