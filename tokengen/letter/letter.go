// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package letter lays out what is printed: the block that a letter shows on its
// first page, and a whole A4 sheet for the same envelope.
//
// Both are pages of vector PDF, a page a letter, in the order of tokens.csv:
// the code in 100 % K with its quiet zone, the words beside it, the address of
// the guide that is the same for everybody, and the letter's number, small, so
// that paper and list can be compared. The words come from whoever has them.
package letter

import (
	"fmt"
	"io"
	"strconv"

	"videoguida/tokengen/pdf"
	"videoguida/tokengen/qr"
)

// Words are what a letter says in one language until one day.
type Words struct {
	From  string // who writes, on a sheet that comes without a letterhead
	Title string
	Block []string // the paragraphs of the first-page block
	Sheet []string // those of the A4 sheet
	Alt   string   // what the code is, for who hears it
}

// Type is the typeface that letters are set in.
type Type struct{ regular, bold *pdf.Font }

// NewType reads a typeface of two TrueType fonts.
func NewType(regular, bold []byte) (*Type, error) {
	r, err := pdf.ParseFont(regular)
	if err != nil {
		return nil, fmt.Errorf("regular: %w", err)
	}
	b, err := pdf.ParseFont(bold)
	if err != nil {
		return nil, fmt.Errorf("bold: %w", err)
	}
	return &Type{r, b}, nil
}

// Layout is how a page is laid out. Lengths are mm from the page's lower left.
type Layout struct {
	name          string
	width, height float64
	codeX, codeY  float64 // of the code's place, qr.ReserveMM on a side
	head          column  // of who writes and the title; without one the title stands over the text
	text          column
	idX, idY      float64
	words         func(w Words) []string
}

// column is where words stand and how large, points.
type column struct {
	x, top, width float64 // mm
	bottom        float64 // mm: below it there is no place
	title, size   float64
	lead, space   float64 // from line to line, and between paragraphs besides
}

// The layouts of print.
var (
	// Block is 180 × 50 mm, what a letter with margins of 15 mm has to spare.
	Block = Layout{
		name: "blocks", width: 180, height: 50, codeX: 0, codeY: 3,
		text: column{x: 49, top: 47, width: 131, bottom: 3.2, title: 13, size: 10, lead: 12, space: 2},
		idX:  49, idY: 0.6, words: func(w Words) []string { return w.Block },
	}
	// Sheet is A4 with margins of 15 mm.
	Sheet = Layout{
		name: "sheets", width: 210, height: 297, codeX: 15, codeY: 214,
		head: column{x: 15, top: 282, width: 180, bottom: 259, title: 19, size: 11, lead: 14, space: 12},
		text: column{x: 65, top: 257, width: 130, bottom: 25, size: 14, lead: 19, space: 10},
		idX:  15, idY: 15, words: func(w Words) []string { return w.Sheet },
	}
)

// Name is the word for a layout in the names of files.
func (l Layout) Name() string { return l.name }

// idSize is the size of the letter's number, points.
const idSize = 6

// File is one PDF of many letters. It is not safe for concurrent use.
type File struct {
	layout  Layout
	t       *Type
	out     *pdf.Writer
	fonts   string             // resource entry
	texts   map[*Words]pdf.Ref // forms, by the words that they show
	deflate *pdf.Deflater
	page    []byte
}

// NewFile begins a file of letters.
func (t *Type) NewFile(out io.Writer, l Layout) *File {
	w := pdf.NewWriter(out, "Videoguida "+l.name)
	fonts := "/Font <</R " + ref(w.Font(t.regular)) + " /B " + ref(w.Font(t.bold)) + ">> "
	return &File{layout: l, t: t, out: w, fonts: fonts, texts: map[*Words]pdf.Ref{}, deflate: new(pdf.Deflater)}
}

func ref(r pdf.Ref) string { return strconv.Itoa(int(r)) + " 0 R" }

// Close ends the file.
func (f *File) Close() error { return f.out.Close() }

// Add adds the page of a letter. drawing is what Drawing returned for the code,
// deflated; words are told apart by their place in memory, so that letters with
// the same words share them.
func (f *File) Add(id string, c qr.Code, drawing []byte, words *Words) error {
	text, err := f.text(words)
	if err != nil {
		return err
	}
	size := float64(c.Size)
	code := f.out.Form(size, size, "", drawing)
	l := f.layout
	free := (qr.ReserveMM - size*c.Module()) / 2
	module := pdf.Num(c.Module() * pdf.MM)
	p := append(f.page[:0], "/T Do q "+module+" 0 0 "+module+" "+snap(l.codeX+free)+" "+snap(l.codeY+free)+" cm /C Do Q\n"...)
	p = append(p, pdf.Black+"BT /R "...)
	p = strconv.AppendInt(p, idSize, 10)
	p = append(p, " Tf "+pdf.Num(l.idX*pdf.MM)+" "+pdf.Num(l.idY*pdf.MM)+" Td ("+id+") Tj ET"...)
	f.page = p
	f.out.Page(l.width*pdf.MM, l.height*pdf.MM, f.fonts+"/XObject <</T "+ref(text)+" /C "+ref(code)+">>", p)
	return nil
}

// snap writes a place of the code, mm, moved to a printer's dot: modules are
// whole dots wide, so all their edges then lie between dots.
func snap(mm float64) string {
	const dot = 72.0 / 300
	return pdf.Num(float64(int(mm*pdf.MM/dot+0.5)) * dot)
}

// Drawing returns the operators that draw a code, a unit a module, appended to
// b.
func Drawing(b []byte, c qr.Code, runs []qr.Run) []byte {
	b = append(b, pdf.Black...)
	for _, r := range runs {
		b = append(qr.AppendSmall(b, r.X), ' ')
		b = append(qr.AppendSmall(b, c.Size-1-r.Y), ' ')
		b = append(qr.AppendSmall(b, r.W), " 1 re\n"...)
	}
	return append(b, 'f')
}
