// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package letter

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"videoguida/player/typeset/titillium/fonts"
	"videoguida/tokengen/pdf"
	"videoguida/tokengen/proof"
	"videoguida/tokengen/qr"
)

var testWords = &Words{
	From: "INPS", Title: "Guarda la guida", Block: []string{"Apri la fotocamera (è gratis).", "Fino al 24 maggio 2027."},
	Sheet: []string{"Apri la fotocamera.", "Fino all'8 maggio."}, Alt: "Codice",
}

func newType(t testing.TB) *Type {
	t.Helper()
	set, err := NewType(fonts.Regular, fonts.Bold)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// links returns n links as letters have them.
func links(n int) []string {
	r := rand.New(rand.NewPCG(3, 3))
	out := make([]string, n)
	for i := range out {
		b := []byte("https://guida.example/#1")
		for range 410 {
			b = append(b, byte('0'+r.IntN(10)))
		}
		out[i] = string(b)
	}
	return out
}

// file returns a PDF of letters L1, L2, …
func file(t testing.TB, l Layout, links []string) []byte {
	t.Helper()
	var out bytes.Buffer
	f := newType(t).NewFile(&out, l)
	var d qr.Drawer
	for i, s := range links {
		c, err := d.Draw(s, 10)
		if err != nil {
			t.Fatal(err)
		}
		drawing := new(pdf.Deflater).Deflate(Drawing(nil, c, c.AppendRuns(nil)))
		if err := f.Add(fmt.Sprintf("L%d", i+1), c, drawing, testWords); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestSameBytes: the same letters make the same file, which a restart relies
// on.
func TestSameBytes(t *testing.T) {
	if !bytes.Equal(file(t, Sheet, links(3)), file(t, Sheet, links(3))) {
		t.Error("two files of the same letters differ")
	}
}

var streams = regexp.MustCompile(`(?s)/Length (\d+)>>\nstream\n`)

// painted returns all content of a file's forms and pages, in clear.
func painted(t testing.TB, data []byte) string {
	t.Helper()
	var all strings.Builder
	for _, at := range streams.FindAllSubmatchIndex(data, -1) {
		n, _ := strconv.Atoi(string(data[at[2]:at[3]]))
		content := data[at[1] : at[1]+n]
		if bytes.Contains(data[bytes.LastIndex(data[:at[0]], []byte("obj")):at[0]], []byte("FlateDecode")) {
			r, err := zlib.NewReader(bytes.NewReader(content))
			if err != nil {
				t.Fatal(err)
			}
			if content, err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		if bytes.HasPrefix(content, []byte{0, 1, 0, 0}) {
			continue // a font
		}
		all.Write(content)
		all.WriteByte('\n')
	}
	return all.String()
}

var inks = regexp.MustCompile(`(?m)(?:^| )[\d. -]+ (k|K|g|G|rg|RG|sc|scn)$`)

// TestInk: everything is vector, in 100 % K; the words are there once a file,
// fonts are embedded.
func TestInk(t *testing.T) {
	data := file(t, Block, links(3))
	content := painted(t, data)
	for _, ink := range inks.FindAllString(content, -1) {
		if ink+"\n" != pdf.Black {
			t.Errorf("ink %q", ink)
		}
	}
	if n := strings.Count(content, pdf.Black); n < 7 {
		t.Errorf("black is chosen %d times", n)
	}
	for _, raster := range []string{"/Image", "BI\n", "/Type3"} {
		if bytes.Contains(data, []byte(raster)) || strings.Contains(content, raster) {
			t.Errorf("%s: not vector", raster)
		}
	}
	if n := strings.Count(content, "Guarda"); n != 1 {
		t.Errorf("the words are there %d times", n)
	}
	for _, want := range []string{"%PDF-1.4\n", "/FontFile2", "GUIDAX+TitilliumWeb-Regular", "GUIDAX+TitilliumWeb-Bold", "/Count 3"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
}

// TestTooLong: words that would run out of their place are an error, as are
// characters that the typeface does not have.
func TestTooLong(t *testing.T) {
	c, err := new(qr.Drawer).Draw(links(1)[0], 10)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{strings.Repeat("parola ", 200): "blocks: the words are too long by", "日本": "has no '日'"} {
		f := newType(t).NewFile(io.Discard, Block)
		err := f.Add("L1", c, nil, &Words{Title: "x", Block: []string{text}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20s: %v", text, err)
		}
	}
}

// need skips a test without the program, which make test installs.
func need(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed: tokengen/setup.sh brings it", program)
	}
}

// TestPrinted: rendered at 300 dpi by a program that is not ours, each page
// shows its letter's code, in its size, and stays off the margins.
func TestPrinted(t *testing.T) {
	need(t, "pdftoppm")
	for _, l := range []Layout{Block, Sheet} {
		want := links(3)
		dir := t.TempDir()
		path := filepath.Join(dir, "letters.pdf")
		if err := os.WriteFile(path, file(t, l, want), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("pdftoppm", "-r", "300", "-gray", path, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
		pages, _ := filepath.Glob(filepath.Join(dir, "page*.pgm"))
		if len(pages) != len(want) {
			t.Fatalf("%s: %d pages", l.Name(), len(pages))
		}
		for i, name := range pages {
			img := open(t, name)
			if got, err := proof.Read(img); err != nil || got != want[i] {
				t.Errorf("%s, page %d: %v", l.Name(), i+1, err)
			}
			if side := codeSide(img, l); side < 57*7-1 || side > 57*7+1 {
				t.Errorf("%s, page %d: the code is %d dots wide, want %d", l.Name(), i+1, side, 57*7)
			}
			if l.Name() == Sheet.Name() {
				margins(t, img)
			}
		}
	}
}

// open reads a grey picture as pdftoppm writes it, PGM.
func open(t *testing.T, name string) *image.Gray {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var w, h, most int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n%d\n", &w, &h, &most); err != nil || most != 255 || len(data) < w*h {
		t.Fatalf("%s is no PGM: %v", name, err)
	}
	return &image.Gray{Pix: data[len(data)-w*h:], Stride: w, Rect: image.Rect(0, 0, w, h)}
}

func dark(img *image.Gray, x, y int) bool { return img.Pix[y*img.Stride+x] < 0x80 }

// codeSide returns how wide what stands in the code's place is, dots.
func codeSide(img *image.Gray, l Layout) int {
	const dots = 300 / 25.4
	from, to := int(l.codeX*dots), int((l.codeX+qr.ReserveMM)*dots)
	left, right := to, from
	for y := int((l.height - l.codeY - qr.ReserveMM) * dots); y < int((l.height-l.codeY)*dots); y++ {
		for x := from; x < to; x++ {
			if dark(img, x, y) {
				left, right = min(left, x), max(right, x)
			}
		}
	}
	return right - left + 1
}

// margins checks that nothing stands in the outer 15 mm of a sheet.
func margins(t *testing.T, img *image.Gray) {
	t.Helper()
	const free = 15*300/25.4 - 1
	b := img.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			out := float64(x) < free || float64(y) < free || float64(b.Dx()-x) < free || float64(b.Dy()-y) < free
			if out && dark(img, x, y) {
				t.Fatalf("something stands in the margin, at %d,%d", x, y)
			}
		}
	}
}

// TestWellFormed: qpdf finds nothing to complain of.
func TestWellFormed(t *testing.T) {
	need(t, "qpdf")
	path := filepath.Join(t.TempDir(), "letters.pdf")
	if err := os.WriteFile(path, file(t, Sheet, links(2)), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil || !bytes.Contains(out, []byte("No syntax or stream encoding errors")) {
		t.Errorf("%v %s", err, out)
	}
}

// TestText: what the page says can be searched and read aloud.
func TestText(t *testing.T) {
	need(t, "pdftotext")
	path := filepath.Join(t.TempDir(), "letters.pdf")
	if err := os.WriteFile(path, file(t, Block, links(2)), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Guarda la guida", "Apri la fotocamera (è gratis).", "24 maggio 2027", "L1", "L2"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %q in %q", want, out)
		}
	}
}
