// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"archive/zip"
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/typeset/titillium/fonts"
	"videoguida/tokengen/letter"
	"videoguida/tokengen/manifest"
	"videoguida/tokengen/pack"
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
	c, err := configIn(t.TempDir(), formats...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func configIn(dir string, formats ...string) (Config, error) {
	set, err1 := letter.NewType(fonts.Regular, fonts.Bold)
	ids, err2 := sign.JtiKey(key)
	return Config{
		Options: Options{
			Batch: "b1", Camp: "c1", Base: "https://guida.example/", Kid: "k1", Channels: []string{"qr"}, Formats: formats,
			Shard: 1, Shards: 1, Part: 10,
		},
		Dir: dir, Today: today, Signer: signer{}, IDs: ids, Type: set, Words: words, Wear: proof.Letter, Sample: 2, Rate: 0.9,
	}, errors.Join(err1, err2)
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

// run makes a batch that must succeed.
func mustRun(t testing.TB, c Config, in string) manifest.Manifest {
	t.Helper()
	m, err := Run(context.Background(), strings.NewReader(in), c)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// contents reads a folder whole, without the journal.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == journalName {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// tokens reads tokens.csv, whose header must be the one that is promised.
func tokens(t testing.TB, text string) [][]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(all) == 0 || strings.Join(all[0], ",")+"\n" != headers[0] {
		t.Fatalf("tokens.csv: %v %.1v", err, all)
	}
	return all[1:]
}

// TestRun: a token for each letter and channel, each of which verifies, says
// what the row says and is the one on its picture; the account adds up.
func TestRun(t *testing.T) {
	c := config(t, "csv", "svg", "png", "pdf")
	c.Channels = []string{"qr", "myinps", "io", "mobile"}
	m := mustRun(t, c, people(25))
	files := contents(t, c.Dir)
	seen := map[string]bool{}
	for _, line := range tokens(t, files["tokens.csv"]) {
		claims := opened(t, line)
		if claims.Ch != line[1] || claims.Jti != sign.LetterJti(c.IDs, "b1", line[0], line[1]) || claims.Camp != "c1" || claims.Name != "Maria" {
			t.Errorf("letter %s: %+v", line[0], claims)
		}
		if (line[4] == "10") != (line[1] == "qr") || line[5] != "2027-05-24" {
			t.Errorf("letter %s, %s: version %s, until %s", line[0], line[1], line[4], line[5])
		}
		if seen[claims.Jti] {
			t.Errorf("letter %s: its id is another's", line[0])
		}
		seen[claims.Jti] = true
		if line[1] == "qr" {
			pictured(t, files["png/"+folderOf(line[0])+"/"+line[0]+".png"], line[3])
		}
	}
	if len(seen) != 100 || m.Letters != 25 || m.Tokens != 100 || m.Rows != 25 || len(m.Counts) != 4 || m.Versions["10"] != 25 {
		t.Errorf("%d tokens, %+v", len(seen), m)
	}
	if m.Proof.Tried != 4 || m.Proof.Read != 4 { // two of the first part, one of each other
		t.Errorf("%d of %d codes were read back", m.Proof.Read, m.Proof.Tried)
	}
	read, err := manifest.Read(strings.NewReader(files["manifest.json"]))
	if err != nil || !cmp.Equal(read, m) {
		t.Errorf("the manifest reads differently: %v %s", err, cmp.Diff(m, read))
	}
	checkSums(t, files, m)
}

// folderOf returns the folder of the pictures of a letter of people, in parts
// of ten.
func folderOf(id string) string {
	n, _ := strconv.Atoi(id[1:])
	return fmt.Sprintf("%05d", (n-1)/10+1)
}

// opened returns the claims that all three links of a line lead to.
func opened(t testing.TB, line []string) token.Claims {
	t.Helper()
	var first token.Claims
	for i, column := range []int{2, 3, 6} {
		base, fragment, _ := strings.Cut(line[column], "#")
		jwt, err := pack.Unpack(fragment)
		if err != nil || base != "https://guida.example/" {
			t.Fatalf("letter %s, column %d: %v", line[0], column, err)
		}
		c, err := token.Verify(jwt, keys, today.Unix())
		if err != nil || c.Dropped != nil {
			t.Fatalf("letter %s, column %d: %v", line[0], column, err)
		}
		if i == 0 {
			first = c
		}
		if !cmp.Equal(c, first) {
			t.Errorf("letter %s: column %d says something else", line[0], column)
		}
	}
	return first
}

func pictured(t testing.TB, picture, link string) {
	t.Helper()
	img, err := png.Decode(strings.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := proof.Read(img); err != nil || got != link {
		t.Errorf("a picture says another link: %v", err)
	}
}

// checkSums compares SHA256SUMS and the manifest with the files.
func checkSums(t testing.TB, files map[string]string, m manifest.Manifest) {
	t.Helper()
	listed := map[string]string{}
	for line := range strings.Lines(files["SHA256SUMS"]) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if listed[name] != "" {
			t.Errorf("%s is listed twice", name)
		}
		listed[name] = sum
	}
	for _, f := range m.Files {
		if f.Name != "SHA256SUMS" && listed[f.Name] != f.SHA256 || f.Bytes != int64(len(files[f.Name])) {
			t.Errorf("%s: the manifest and the list differ", f.Name)
		}
	}
	for name, text := range files {
		sum := sha256.Sum256([]byte(text))
		if name != "manifest.json" && name != "SHA256SUMS" && listed[name] != hex.EncodeToString(sum[:]) {
			t.Errorf("%s has another digest than listed", name)
		}
	}
	if len(listed) != len(files)-2 {
		t.Errorf("%d files are listed, %d are there", len(listed), len(files)-2)
	}
}

// TestZip: archives hold what folders hold.
func TestZip(t *testing.T) {
	loose, zipped := config(t, "svg", "png"), config(t, "svg", "png")
	zipped.Zip = true
	mustRun(t, loose, people(12))
	mustRun(t, zipped, people(12))
	want := contents(t, loose.Dir)
	seen := 0
	for name, text := range contents(t, zipped.Dir) {
		if path.Ext(name) != ".zip" {
			continue
		}
		r, err := zip.NewReader(strings.NewReader(text), int64(len(text)))
		if err != nil {
			t.Fatal(err)
		}
		format, part, _ := strings.Cut(strings.TrimSuffix(name, ".zip"), "-")
		for _, f := range r.File {
			in, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(in)
			if err != nil || string(got) != want[format+"/"+part+"/"+f.Name] || len(got) == 0 {
				t.Errorf("%s in %s: %v", f.Name, name, err)
			}
			seen++
		}
	}
	if seen != 24 {
		t.Errorf("%d pictures in archives", seen)
	}
}

// TestRejected: bad rows are listed by row, letter, field and code, never by
// value, and the others are made.
func TestRejected(t *testing.T) {
	in := people(3) + "L9,naspi,Eva,2026-11-15,2026-11-18,canarino,900.00,soglia,2026\n" +
		"L9001,naspi,Eva,2026-11-15,2026-11-18,9999,canarino,soglia,2026\n" + people(1)[len(header):]
	c := config(t, "csv", "svg")
	m := mustRun(t, c, in)
	files := contents(t, c.Dir)
	want := "row,letter_id,field,code\n" +
		"5,L9,days,must be a whole number\n" +
		"6,L9001,monthly,\"must be an amount with two decimals, \"\"1285.44\"\"\"\n" +
		"7,L00001,letter_id,is that of an earlier row\n"
	if d := cmp.Diff(want, files["rejected.csv"]); d != "" {
		t.Error(d)
	}
	if m.Rejected != 3 || m.Letters != 3 || m.Rows != 6 || len(tokens(t, files["tokens.csv"])) != 3 {
		t.Errorf("%+v", m)
	}
	for name, text := range files {
		if strings.Contains(text, "canarino") {
			t.Errorf("%s repeats a value", name)
		}
	}
}

// TestShards: the shares of several machines are the whole, each letter once,
// the same as one machine makes it.
func TestShards(t *testing.T) {
	whole := config(t, "csv")
	mustRun(t, whole, people(60))
	want := tokens(t, contents(t, whole.Dir)["tokens.csv"])
	var got [][]string
	for i := range 3 {
		c := config(t, "csv")
		c.Shard, c.Shards = i+1, 3
		m := mustRun(t, c, people(60))
		share := tokens(t, contents(t, c.Dir)["tokens.csv"])
		if len(share) < 10 || m.Rows != len(share) || m.Shard != fmt.Sprintf("%d/3", i+1) {
			t.Errorf("share %d has %d letters: %+v", i+1, len(share), m)
		}
		got = append(got, share...)
	}
	slices.SortFunc(got, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// stubborn signs with the key, but what it signs does not survive packing.
type stubborn struct{}

// Sign returns a good token with a line break that Pack cannot carry.
func (stubborn) Sign(c token.Claims) (string, error) {
	head := base64.RawURLEncoding.EncodeToString([]byte("{\"alg\":\"EdDSA\",\n\"kid\":\"k1\"}"))
	payload, err := json.Marshal(map[string]any{
		"v": c.V, "iss": c.Iss, "aud": c.Aud, "jti": c.Jti, "iat": c.Iat, "exp": c.Exp, "guide": c.Guide, "name": c.Name, "ch": c.Ch,
	})
	signed := head + "." + base64.RawURLEncoding.EncodeToString(payload)
	return signed + "." + base64.RawURLEncoding.EncodeToString(ed25519.Sign(key, []byte(signed))), err
}

// TestRaw: a token that does not survive packing travels as it is.
func TestRaw(t *testing.T) {
	c := config(t, "csv", "png")
	c.Signer, c.Rate = stubborn{}, 0
	m := mustRun(t, c, people(2))
	files := contents(t, c.Dir)
	for _, line := range tokens(t, files["tokens.csv"]) {
		if line[3] != line[2] || line[6] != line[2] || !strings.Contains(line[2], "#eyJ") {
			t.Errorf("letter %s does not travel as it is", line[0])
		}
		opened(t, line)
		pictured(t, files["png/00001/"+line[0]+".png"], line[3])
	}
	if m.Raw != 2 {
		t.Errorf("%d raw tokens are counted", m.Raw)
	}
}

// TestTooLong: a letter whose code would be too fine is refused, not the batch.
func TestTooLong(t *testing.T) {
	c := config(t, "csv", "svg")
	c.Base += strings.Repeat("x", 400)
	m := mustRun(t, c, people(2))
	if files := contents(t, c.Dir); m.Rejected != 2 || !strings.Contains(files["rejected.csv"], "\n2,L00001,row,makes a code too fine to print") {
		t.Errorf("%+v\n%s", m, files["rejected.csv"])
	}
}

// TestPreflight: codes that cannot be read back stop the batch before anything
// enters the folder.
func TestPreflight(t *testing.T) {
	c := config(t, "csv", "svg", "pdf")
	c.Wear.Blur = 1
	_, err := Run(context.Background(), strings.NewReader(people(25)), c)
	if !errors.Is(err, ErrProof) || !strings.Contains(err.Error(), "0 of 2") {
		t.Errorf("all codes are blurred: %v", err)
	}
	for name, text := range contents(t, c.Dir) {
		if text != headers[0] && text != headers[1] && text != "" {
			t.Errorf("%s was made", name)
		}
	}
	c.Wear, c.Base = proof.Letter, "https://g.example/" // another address, the same folder
	if m := mustRun(t, c, people(25)); m.Letters != 25 {
		t.Errorf("%+v", m)
	}
}
