package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math/rand/v2"
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
	bomb, err := PackBase64("e30." + strings.Repeat("AAAA", 6000) + "." + strings.Repeat("A", 86))
	if err == nil || bomb != "" {
		t.Errorf("a 18 KB payload was packed: %v", err)
	}
}

func FuzzUnpack(f *testing.F) {
	p, _ := Pack(sample)
	for _, s := range []string{p, sample, "", "1", "p", "#1234", "1" + strings.Repeat("0", 500)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		jwt, err := Unpack(s)
		if err == nil && len(jwt) > maxFragment {
			t.Errorf("unpacked to %d bytes", len(jwt))
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
