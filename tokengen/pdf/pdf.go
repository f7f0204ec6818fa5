// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package pdf writes PDF 1.4 files of many small pages straight to a stream.
//
// It knows what printed letters need and no more: pages, forms (drawings that
// pages share), TrueType fonts in Windows' Latin encoding, and black that is
// 100 % K, so that a press prints it with one plate. Nothing is kept but the
// places of the objects; the same calls give the same bytes.
//
// Lengths are points (1/72 inch), from the lower left corner.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"github.com/klauspost/compress/zlib"
)

// MM is a millimetre in points.
const MM = 72 / 25.4

// Black sets 100 % K for what is filled.
const Black = "0 0 0 1 k\n"

// Ref is the number of an object.
type Ref int

// Writer writes one file. Its first error ends it; Close returns that error.
type Writer struct {
	out    io.Writer
	at     int64
	places []int64 // of objects 1, 2, …
	pages  []Ref
	err    error
	buf    []byte
}

const (
	catalog Ref = 1
	tree    Ref = 2
)

// NewWriter begins a file; title is ASCII without parentheses.
func NewWriter(out io.Writer, title string) *Writer {
	w := &Writer{out: out, places: make([]int64, 3), buf: []byte("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")}
	w.flush()
	w.object(3, "<</Title ("+title+") /Producer (Videoguida)>>")
	return w
}

// flush writes buf.
func (w *Writer) flush() {
	if w.err == nil {
		_, w.err = w.out.Write(w.buf)
	}
	w.at += int64(len(w.buf))
	w.buf = w.buf[:0]
}

// take returns the number of a new object.
func (w *Writer) take() Ref {
	w.places = append(w.places, 0)
	return Ref(len(w.places))
}

func (w *Writer) begin(r Ref) {
	w.places[r-1] = w.at
	w.buf = strconv.AppendInt(w.buf, int64(r), 10)
	w.buf = append(w.buf, " 0 obj\n"...)
}

func (w *Writer) object(r Ref, dict string) {
	w.begin(r)
	w.buf = append(w.buf, dict...)
	w.buf = append(w.buf, "\nendobj\n"...)
	w.flush()
}

// stream writes an object with data; dict is its dictionary without the length.
func (w *Writer) stream(r Ref, dict string, data []byte) {
	w.begin(r)
	w.buf = append(w.buf, "<<"+dict+"/Length "...)
	w.buf = strconv.AppendInt(w.buf, int64(len(data)), 10)
	w.buf = append(w.buf, ">>\nstream\n"...)
	w.buf = append(w.buf, data...)
	w.buf = append(w.buf, "\nendstream\nendobj\n"...)
	w.flush()
}

// Form adds a drawing of width × height that pages can show, as Deflate
// returned it; resources is what it uses.
func (w *Writer) Form(width, height float64, resources string, deflated []byte) Ref {
	r := w.take()
	w.stream(r, "/Type /XObject /Subtype /Form /BBox [0 0 "+Num(width)+" "+Num(height)+"] /Resources <<"+resources+">> "+flate, deflated)
	return r
}

// Page adds a page of width × height with few operators.
func (w *Writer) Page(width, height float64, resources string, content []byte) {
	body, page := w.take(), w.take()
	w.stream(body, "", content)
	w.pages = append(w.pages, page)
	w.object(page, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 "+Num(width)+" "+Num(height)+"] /Resources <<"+resources+
		">> /Contents "+strconv.Itoa(int(body))+" 0 R>>")
}

// Close writes the tables that end the file and returns the first error.
func (w *Writer) Close() error {
	w.object(catalog, fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", tree))
	w.begin(tree)
	w.buf = append(w.buf, "<</Type /Pages /Count "+strconv.Itoa(len(w.pages))+" /Kids ["...)
	for _, p := range w.pages {
		w.buf = append(strconv.AppendInt(w.buf, int64(p), 10), " 0 R\n"...)
	}
	w.buf = append(w.buf, "]>>\nendobj\n"...)
	w.flush()
	table := w.at
	w.buf = append(w.buf, "xref\n0 "+strconv.Itoa(len(w.places)+1)+"\n0000000000 65535 f \n"...)
	for _, p := range w.places {
		w.buf = fmt.Appendf(w.buf, "%010d 00000 n \n", p)
	}
	w.buf = fmt.Appendf(w.buf, "trailer\n<</Size %d /Root %d 0 R /Info 3 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(w.places)+1, catalog, table)
	w.flush()
	return w.err
}

// Num writes a length as PDF does, to a hundredth of a point.
func Num(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}

// flate is the entry of a stream that Deflate made.
const flate = "/Filter /FlateDecode "

// Deflater deflates many streams with the memory of one. The zero value is
// ready; it is not safe for concurrent use.
type Deflater struct {
	press *zlib.Writer
	out   bytes.Buffer
}

// Deflate returns content deflated, good until the next call.
func (d *Deflater) Deflate(content []byte) []byte {
	d.out.Reset()
	if d.press == nil {
		d.press, _ = zlib.NewWriterLevel(&d.out, zlib.BestSpeed) // a level that exists
	} else {
		d.press.Reset(&d.out)
	}
	d.press.Write(content) // to memory: this and Close do not fail
	d.press.Close()
	return d.out.Bytes()
}
