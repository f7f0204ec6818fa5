// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/klauspost/compress/flate"

	"videoguida/tokengen/letter"
	"videoguida/tokengen/pdf"
	"videoguida/tokengen/qr"
)

// printer writes the pictures and pages of a part.
type printer struct {
	c       *Config
	part    string // its number, five digits
	deflate *pdf.Deflater
	books   []*letter.File
	shelves []shelf
	files   []*output
	sums    []byte
	buf     []byte
}

// shelf is where pictures of a format go: a folder, which appears under its
// name when it is whole, or an archive.
type shelf struct {
	format string
	folder string
	zip    *zip.Writer // nil: a folder
}

func (s shelf) drop() error { return os.RemoveAll(s.folder + temporary) }

func (s shelf) enter() error {
	if err := os.RemoveAll(s.folder); err != nil { // of a kill before the journal had its line
		return err
	}
	return os.Rename(s.folder+temporary, s.folder)
}

func newPrinter(c *Config, part int, d *pdf.Deflater) (*printer, error) {
	p := &printer{c: c, part: fmt.Sprintf("%05d", part), deflate: d}
	for _, format := range []string{"svg", "png"} {
		if slices.Contains(c.Formats, format) {
			if err := p.shelf(format); err != nil {
				return p, err
			}
		}
	}
	if slices.Contains(c.Formats, "pdf") {
		for _, l := range []letter.Layout{letter.Block, letter.Sheet} {
			f, err := p.create(l.Name() + "-" + p.part + ".pdf")
			if err != nil {
				return p, err
			}
			p.books = append(p.books, c.Type.NewFile(f, l))
		}
	}
	return p, nil
}

func (p *printer) shelf(format string) error {
	s := shelf{format: format, folder: filepath.Join(p.c.Dir, format, p.part)}
	if !p.c.Zip {
		p.shelves = append(p.shelves, s)
		return os.MkdirAll(s.folder+temporary, 0o700)
	}
	f, err := p.create(format + "-" + p.part + ".zip")
	if err != nil {
		return err
	}
	s.zip = zip.NewWriter(f)
	var press *flate.Writer
	s.zip.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		if press == nil {
			press, err = flate.NewWriter(out, flate.BestSpeed)
		} else {
			press.Reset(out)
		}
		return press, err
	})
	p.shelves = append(p.shelves, s)
	return nil
}

// draws tells whether anything is drawn at all.
func (p *printer) draws() bool { return len(p.shelves)+len(p.books) > 0 }

// letter writes everything of a letter.
func (p *printer) letter(id string, c qr.Code, runs []qr.Run, w *letter.Words) (err error) {
	for _, s := range p.shelves {
		switch s.format {
		case "svg":
			p.buf = c.AppendSVG(p.buf[:0], w.Alt, runs)
		case "png":
			p.buf, err = c.AppendPNG(p.buf[:0], nil)
		}
		if err == nil {
			err = p.picture(s, id+"."+s.format)
		}
		if err != nil {
			return err
		}
	}
	if len(p.books) == 0 {
		return nil
	}
	p.buf = letter.Drawing(p.buf[:0], c, runs)
	drawing := p.deflate.Deflate(p.buf)
	for _, b := range p.books {
		if err := b.Add(id, c, drawing, w); err != nil {
			return err
		}
	}
	return nil
}

// picture puts buf onto its shelf.
func (p *printer) picture(s shelf, name string) error {
	if s.zip != nil {
		method := zip.Deflate
		if s.format == "png" {
			method = zip.Store
		}
		issued, _ := time.Parse(time.DateOnly, p.c.Issued)
		w, err := s.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: issued})
		if err != nil {
			return err
		}
		_, err = w.Write(p.buf)
		return err
	}
	sum := sha256.Sum256(p.buf)
	p.sums = appendSum(p.sums, hex.EncodeToString(sum[:]), s.format+"/"+p.part+"/"+name)
	return os.WriteFile(filepath.Join(s.folder+temporary, name), p.buf, 0o600)
}

// appendSum appends a line of SHA256SUMS.
func appendSum(b []byte, sum, name string) []byte { return append(b, sum+"  "+name+"\n"...) }

func (p *printer) create(name string) (*output, error) {
	f, err := create(p.c.Dir, name)
	if err == nil {
		p.files = append(p.files, f)
	}
	return f, err
}

// entrants returns what enters the folder with the part.
func (p *printer) entrants() (all []entrant) {
	for _, f := range p.files {
		all = append(all, f)
	}
	for _, s := range p.shelves {
		if s.zip == nil {
			all = append(all, s)
		}
	}
	return all
}

// close ends the part's files; they enter the folder when the part does.
func (p *printer) close() error {
	var first error
	keep := func(err error) {
		if first == nil {
			first = err
		}
	}
	for _, b := range p.books {
		keep(b.Close())
	}
	for _, s := range p.shelves {
		if s.zip != nil {
			keep(s.zip.Close())
		}
	}
	for _, f := range p.files {
		keep(f.close())
		p.sums = appendSum(p.sums, f.sum(), f.name)
	}
	return first
}
