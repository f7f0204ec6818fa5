package batch

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"videoguida/player/typeset/titillium/fonts"
	"videoguida/tokengen/letter"
	"videoguida/tokengen/proof"
	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

var (
	key   = ed25519.NewKeyFromSeed([]byte("the seed of a key for tests only"))
	keys  = token.KeySet{{Kid: "k1", Public: key.Public().(ed25519.PublicKey)}}
	today = time.Date(2026, 11, 24, 15, 0, 0, 0, time.UTC)
)

type signer struct{}

func (signer) Sign(c token.Claims) (string, error) { return sign.Sign(c, key, "k1") }

// config is that of a small batch into a new folder.
func config(t testing.TB, formats ...string) Config {
	t.Helper()
	set, err := letter.NewType(fonts.Regular, fonts.Bold)
	if err != nil {
		t.Fatal(err)
	}
	ids, err := sign.JtiKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return Config{
		Options: Options{
			Batch: "b1", Camp: "c1", Base: "https://guida.example/", Kid: "k1", Channels: []string{"qr"}, Formats: formats,
			Shard: 1, Shards: 1, Part: 10,
		},
		Dir: t.TempDir(), Today: today, Signer: signer{}, IDs: ids, Type: set, Words: words, Wear: proof.Letter, Sample: 2, Rate: 0.9,
	}
}

func words(lang string, exp int64) letter.Words {
	until := lang + " " + time.Unix(exp, 0).UTC().Format(time.DateOnly)
	return letter.Words{Title: "Guarda", Alt: "Codice", Block: []string{"Fino al " + until}, Sheet: []string{"Fino al " + until, "Gratis"}}
}

const header = "letter_id,guide,name,applied,start,days,monthly,calc,year\n"

// people returns a table of n good rows.
func people(n int) string {
	var b strings.Builder
	b.WriteString(header)
	for i := range n {
		fmt.Fprintf(&b, "L%05d,naspi,Maria,2026-11-15,2026-11-18,%d,%d.%02d,soglia,2026\n", i+1, 100+i%600, 800+i%700, i%100)
	}
	return b.String()
}

func make_(t testing.TB, c Config, in io.Reader) {
	t.Helper()
	if _, err := Run(context.Background(), in, c); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkRun(b *testing.B) {
	for b.Loop() {
		c := config(b, "csv", "svg", "pdf")
		c.Zip = true
		c.Part, c.Rate = 1000, 0
		make_(b, c, bytes.NewReader([]byte(people(20000))))
	}
}
