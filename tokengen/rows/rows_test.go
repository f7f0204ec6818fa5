// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package rows

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

var today = time.Date(2026, 11, 24, 15, 0, 0, 0, time.UTC)

const (
	header = "letter_id,guide,name,applied,start,days,monthly,calc,year,over55,email,phone,recipient\n"
	maria  = "L-0001,naspi,Maria,2026-11-15,2026-11-18,364,1144.71,soglia,2026,true,maria@example.com,+390600000,r-17\n"
)

// all reads every row, and the error that ended reading, nil for the end.
func all(t *testing.T, in string, o Options) ([]Row, error) {
	t.Helper()
	r, err := NewReader(strings.NewReader(in), o)
	if err != nil {
		return nil, err
	}
	var out []Row
	for {
		row, err := r.Next()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		row.Sum = 0
		out = append(out, row)
	}
}

var wantMaria = Row{
	Number: 2, Letter: "L-0001", Contact: Contact{"maria@example.com", "+390600000", "r-17"},
	Claims: token.Claims{
		V: 1, Iss: token.Issuer, Aud: token.Audience, Iat: 20781 * 86400, Exp: 20962 * 86400, Guide: "naspi", Name: "Maria", Lang: "it",
		Camp: "c1", Applied: 20772, Start: 20775, Days: 364, Monthly: 114471, Over55: true, Calc: "soglia", Year: 2026, Contacts: "ok",
	},
}

// TestForms: the same letter as a table with commas, one with semicolons and
// a mark of UTF-8, and a JSON line.
func TestForms(t *testing.T) {
	line := `{"letter_id":"L-0001","guide":"naspi","name":"Maria","applied":"2026-11-15","start":"2026-11-18","days":364,` +
		`"monthly":"1144.71","calc":"soglia","year":2026,"over55":true,"income":null,"email":"maria@example.com",` +
		`"phone":"+390600000","recipient":"r-17"}`
	for name, in := range map[string]string{
		"commas": header + maria, "semicolons": "\ufeff" + strings.ReplaceAll(header+maria, ",", ";"),
		"lines": "\n" + line, "CRLF": strings.ReplaceAll(header+maria, "\n", "\r\n"), "no last newline": strings.TrimSpace(header + maria),
		"blanks": header + strings.ReplaceAll(maria, ",", " , "),
	} {
		got, err := all(t, strings.TrimPrefix(in, "\n"), Options{Today: today, Camp: "c1"})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := wantMaria
		if name == "lines" {
			want.Number = 1
		}
		if d := cmp.Diff([]Row{want}, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestOptions(t *testing.T) {
	in := "letter_id,name,applied,start,days,monthly,calc,year,camp\nL1,Sara,2026-11-15,2026-11-18,364,1144.71,base,2026,mine\n"
	got, err := all(t, in, Options{Today: today, Camp: "c1", Guide: "naspi"})
	if err != nil || len(got) != 1 || got[0].Bad != nil || got[0].Claims.Camp != "mine" || got[0].Claims.Guide != "naspi" {
		t.Errorf("%v %+v", err, got)
	}
}

// TestBadRows: what is wrong is said by row, field and code; the rest is read.
func TestBadRows(t *testing.T) {
	with := func(old, fresh string) string { return strings.Replace(maria, old, fresh, 1) }
	tests := []struct{ name, row, field, code string }{
		{"no id", with("L-0001", ""), "letter_id", "missing"},
		{"path", with("L-0001", "../L"), "letter_id", "must be letters, digits"},
		{"formula", with("L-0001", "=1+1"), "letter_id", "must be letters, digits"},
		{"tax code", with("L-0001", "rss"+"mra80a01h501u"), "letter_id", "must not be a tax code"},
		{"recipient", with("r-17", "RSS"+"MRA80A01H501U"), "recipient", "must not be a tax code"},
		{"mail", with("maria@example.com", "Maria <maria@example.com>"), "email", "must be an e-mail address"},
		{"phone", with("+390600000", "06/1234"), "phone", "must be digits"},
		{"guide", with("naspi", "nasppi"), "guide", "must be naspi or pension"},
		{"no guide", with("naspi", ""), "guide", "must be naspi or pension"},
		{"no amount", with("1144.71", ""), "monthly", "missing"},
		{"comma", with("1144.71", `"1144,71"`), "monthly", "must be an amount"},
		{"days", with("364", "9999"), "days", "impossible value"},
		{"not days", with("364", "un anno"), "days", "must be a whole number"},
		{"calc", with("soglia", "altro"), "calc", "impossible value"},
		{"flag", with("true", "sì"), "over55", "must be true or false"},
		{"name", with("Maria", "Maria <b>"), "name", "not a given name"},
		{"bytes", with("Maria", "Mar\xeca"), "name", "is not UTF-8"},
		{"cells", strings.TrimSpace(maria) + ",1\n", "row", "has 14 cells, the header 13"},
		{"quote", with("Maria", `Ma"ria`), "row", "has a stray quote"},
	}
	for _, tt := range tests {
		got, err := all(t, header+tt.row+with("L-0001", "L-0002"), Options{Today: today})
		if err != nil || len(got) != 2 || len(got[0].Bad) != 1 || got[0].Number != 2 {
			t.Errorf("%s: %v %+v", tt.name, err, got)
			continue
		}
		if b := got[0].Bad[0]; b.Field != tt.field || !strings.HasPrefix(b.Code, tt.code) {
			t.Errorf("%s: %v, want %s: %s", tt.name, b, tt.field, tt.code)
		}
		if got[1].Bad != nil || got[1].Letter != "L-0002" || got[1].Number != 3 {
			t.Errorf("%s: the next row is %+v", tt.name, got[1])
		}
	}
}

func TestBadLines(t *testing.T) {
	line := `{"letter_id":"P1","guide":"pension","fund":"private","start":"2026-11-01","method":"misto","gross":"640.50","net":"640.50"}`
	with := func(more string) string { return strings.TrimSuffix(line, "}") + more + "}" }
	tests := []struct{ row, field, code string }{
		{with(`,"days":364`), "days", "is no fact of the guide pension"},
		{with(`,"jti":"c8dGJ4gjjPYt"`), "jti", "is set when the letter is signed: leave it out"},
		{with(`,"ch":"qr"`), "ch", "is set when the letter is signed: leave it out"},
		{with(`,"iban":"x"`), "iban", "unknown"},
		{with(`,"net":"640.51"`), "net", "written twice"},
		{with(`,"email":7`), "email", "must be a text"},
		{with(`,"linked":["sanità"]`), "linked", "impossible value"},
		{with(`,"iat":"2025-11-01","exp":"2026-04-01"`), "exp", "is over: the guide would not open"},
		{with(`,"iat":"2026-12-01"`), "iat", "is to come: the guide would not open yet"},
		{with(`,"exp":"2028-12-01"`), "exp", "refused by the guide: exp-late"},
		{"[1]", "row", "is not a JSON object"},
		{"{\xff}", "row", "is not UTF-8 text"},
	}
	for _, tt := range tests {
		got, err := all(t, line+"\n\n"+strings.Replace(tt.row, "P1", "P2", 1)+"\n", Options{Today: today})
		want := []sign.FieldError{{Field: tt.field, Code: tt.code}}
		if err != nil || len(got) != 2 || got[0].Bad != nil || got[1].Number != 3 || !cmp.Equal(got[1].Bad, want) {
			t.Errorf("%s: %v %v", tt.row, err, got)
		}
	}
}

// TestTwice: one letter, one row, whatever the capitals of its id.
func TestTwice(t *testing.T) {
	got, err := all(t, header+maria+strings.Replace(maria, "L-", "l-", 1), Options{Today: today})
	want := []sign.FieldError{{Field: "letter_id", Code: "is that of an earlier row"}}
	if err != nil || len(got) != 2 || got[0].Bad != nil || !cmp.Equal(got[1].Bad, want) {
		t.Errorf("%v %+v", err, got)
	}
}

// TestSeen: each of many letters is first once, however the table grows.
func TestSeen(t *testing.T) {
	s := newSeen()
	const n = 50_000
	for _, want := range []bool{true, false} {
		for i := range n {
			if got := s.first(fmt.Sprint("L", i)); got != want {
				t.Fatalf("letter %d is first: %v, want %v", i, got, want)
			}
		}
	}
	if s.n != n || len(s.slots) > 4*n {
		t.Errorf("%d letters in %d slots", s.n, len(s.slots))
	}
}

// TestSum: the sum follows the text.
func TestSum(t *testing.T) {
	sums := map[uint64]bool{}
	for _, in := range []string{header + maria, header + strings.Replace(maria, "364", "365", 1), header + strings.Replace(maria, "Maria,", ",Maria", 1)} {
		for range 2 {
			r, err := NewReader(strings.NewReader(in), Options{Today: today})
			if err != nil {
				t.Fatal(err)
			}
			row, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			sums[row.Sum] = true
		}
	}
	if len(sums) != 3 {
		t.Errorf("three texts have %d sums", len(sums))
	}
}

// TestNoRows: input that is no table says what it should be, not what it is.
func TestNoRows(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", "there are no rows: the input is empty"},
		{maria, "row 1: column 1 has no name that is known"},
		{"letter_id,guide,tax_code\n", "row 1: column 3 has no name that is known"},
		{"letter_id,guide,guide\n", "row 1: column 3 has the name of an earlier one, guide"},
		{`letter_id,"guide` + strings.Repeat("x", MaxRow), "row 1, the header: longer than 64 KiB"},
	}
	for _, tt := range tests {
		_, err := NewReader(strings.NewReader(tt.in), Options{Today: today})
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) || strings.Contains(err.Error(), "Maria") {
			t.Errorf("%.30q: %v, want %s", tt.in, err, tt.want)
		}
	}
}

// TestEndless: a quote that never closes stops reading, and soon.
func TestEndless(t *testing.T) {
	for _, in := range []string{header + maria + `L-2,"naspi` + strings.Repeat("x,\n", 1<<20), `{"a":1}` + "\n{" + strings.Repeat(" ", 1<<20)} {
		in := strings.NewReader(in)
		r, err := NewReader(in, Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		for err == nil {
			_, err = r.Next()
		}
		if !errors.Is(err, ErrTooLong) || in.Len() < 1<<19 || !strings.HasPrefix(err.Error(), "row ") {
			t.Errorf("%d bytes were left: %v", in.Len(), err)
		}
	}
}

// FuzzReader: no input makes reading fail or last, a good row is one that a
// browser reads unchanged, and no complaint repeats what a cell says.
func FuzzReader(f *testing.F) {
	f.Add(header+maria, "Maria")
	f.Add(header+strings.Replace(maria, "364", "canarino", 1), "canarino")
	f.Add("letter_id;guide\nL1;canarino\n", "canarino")
	f.Add(`{"letter_id":"P1","guide":"pension","fund":"private","start":"2026-11-01","method":"misto","gross":"640.50","net":"canarino"}`, "canarino")
	f.Add("\ufeff\n\"", "x")
	f.Fuzz(func(t *testing.T, in, canary string) {
		r, err := NewReader(strings.NewReader(in), Options{Today: today})
		complaints := fmt.Sprint(err)
		for n := 0; err == nil; n++ {
			var row Row
			if row, err = r.Next(); err != nil {
				break
			}
			if n > len(in) {
				t.Fatal("more rows than bytes")
			}
			if len(row.Bad) == 0 && (row.Letter == "" || row.Claims.V != 1) {
				t.Errorf("a good row without a letter: %+v", row)
			}
			if again, bad := sign.Check(row.Claims); len(row.Bad) == 0 && (bad != nil || !cmp.Equal(again, row.Claims)) {
				t.Errorf("read back differently: %v %s", bad, cmp.Diff(row.Claims, again))
			}
			complaints += fmt.Sprint(row.Bad)
		}
		if canary == "canarino" && strings.Contains(complaints, canary) && !strings.Contains(in, canary+`":`) {
			t.Errorf("a complaint repeats a value: %s", complaints)
		}
	})
}

func BenchmarkReader(b *testing.B) {
	for name, in := range map[string]string{"csv": header + maria} {
		b.Run(name, func(b *testing.B) {
			head, row, _ := strings.Cut(in, "\n")
			r, err := NewReader(io.MultiReader(strings.NewReader(head+"\n"), endless{row}), Options{Today: today})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := r.Next(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

type endless struct{ row string }

func (e endless) Read(p []byte) (n int, err error) {
	for n+len(e.row) < len(p) {
		n += copy(p[n:], e.row)
	}
	return n, nil
}
