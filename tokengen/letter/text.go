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
	content, bottom, err := f.t.set(f.layout, *words)
	if err != nil {
		return 0, err
	}
	if bottom < f.layout.text.bottom {
		return 0, fmt.Errorf("letter: the words are too long for %s by %.1f mm", f.layout.name, f.layout.text.bottom-bottom)
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

// set returns the operators that show the words, and how low they reach, mm.
func (t *Type) set(l Layout, w Words) ([]byte, float64, error) {
	s := setter{out: []byte(pdf.Black + "BT\n"), y: l.text.top * pdf.MM, col: l.text}
	s.paragraph("/B", t.bold, w.Title, s.col.title)
	for _, p := range l.words(w) {
		s.y -= s.col.space
		s.paragraph("/R", t.regular, p, s.col.size)
	}
	return append(s.out, "ET"...), (s.y - s.col.size*descent) / pdf.MM, s.err
}

const descent = 0.25 // below the line, of the size

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
