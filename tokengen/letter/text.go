// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package letter

import (
	"fmt"

	"videoguida/tokengen/pdf"
)

// text returns the form that shows words, made the first time.
func (f *File) text(words *Words) (pdf.Ref, error) {
	if r, ok := f.texts[words]; ok {
		return r, nil
	}
	content, err := f.t.set(f.layout, *words)
	if err != nil {
		return 0, fmt.Errorf("letter: %s: %w", f.layout.name, err)
	}
	l := f.layout
	r := f.out.Form(l.width*pdf.MM, l.height*pdf.MM, f.fonts, f.deflate.Deflate(content))
	f.texts[words] = r
	return r, nil
}

// setter sets paragraphs under each other.
type setter struct {
	out []byte
	y   float64 // of the line above, points
	col column
	err error
}

// set returns the operators that show the words.
func (t *Type) set(l Layout, w Words) ([]byte, error) {
	s := setter{out: []byte(pdf.Black + "BT\n")}
	head := l.head.width > 0
	if head {
		s.begin(l.head)
		s.paragraph("/B", t.bold, w.From, s.col.size)
		s.y -= s.col.space
		s.paragraph("/B", t.bold, w.Title, s.col.title)
		s.end()
	}
	s.begin(l.text)
	if !head {
		s.paragraph("/B", t.bold, w.Title, s.col.title)
		s.y -= s.col.space
	}
	for i, p := range l.words(w) {
		if i > 0 {
			s.y -= s.col.space
		}
		s.paragraph("/R", t.regular, p, s.col.size)
	}
	s.end()
	return append(s.out, "ET"...), s.err
}

func (s *setter) begin(c column) { s.col, s.y = c, c.top*pdf.MM }

const descent = 0.25 // below the line, of the size

// end checks that the column's words stayed in it.
func (s *setter) end() {
	if over := s.col.bottom - (s.y-s.col.size*descent)/pdf.MM; over > 0 && s.err == nil {
		s.err = fmt.Errorf("the words are too long by %.1f mm", over)
	}
}

func (s *setter) paragraph(name string, f *pdf.Font, text string, size float64) {
	encoded, err := f.Encode(text)
	if err != nil && s.err == nil {
		s.err = err
	}
	s.out = fmt.Appendf(s.out, "%s %s Tf\n", name, pdf.Num(size))
	for _, line := range f.Wrap(encoded, s.col.width*pdf.MM, size) {
		s.y -= s.col.lead * size / s.col.size
		s.out = fmt.Appendf(s.out, "1 0 0 1 %s %s Tm ", pdf.Num(s.col.x*pdf.MM), pdf.Num(s.y))
		s.out = append(s.out, f.Show(line)...)
	}
}
