// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"strings"

	"videoguida/cmd/internal/pdf"
	"videoguida/player/a11y"
	"videoguida/player/timeline"
	"videoguida/player/typeset/titillium/fonts"
)

//go:embed page.html
var pageSource string

var page = template.Must(template.New("page").Parse(pageSource))

// sheetPage is the page of a storyboard: on a screen and, with its typeface
// inside, on paper.
type sheetPage struct {
	Lang, Title, Length, Day string
	Voiced, Wide             bool
	Pictures                 int
	Cell, Picture            float64 // rem
	Loading                  string  // of pictures: "lazy" on a screen, "eager" on paper
	Chapters                 []pageChapter
	Regular, Strong          template.URL
}

type pageChapter struct {
	ID, Title, From string
	Lines           []pageLine
}

type pageLine struct {
	ID, At, Text, Spoken, Describe string
	Shots                          []shot
}

// writePage writes index.html.
func (b *book) writePage() error {
	html, err := b.html(b.page())
	if err != nil {
		return err
	}
	return b.file("index.html", html)
}

// printed is the storyboard on paper.
const printed = "storyboard.pdf"

// writePDF prints the same page, one scene after the other from a new sheet.
func (b *book) writePDF() error {
	p := b.page()
	p.Regular, p.Strong = pdf.Font(fonts.Regular), pdf.Font(fonts.Bold)
	p.Loading = "eager"
	html, err := b.html(p)
	if err != nil {
		return err
	}
	const source = "print.html" // beside the pictures that it shows
	if err := b.file(source, html); err != nil {
		return err
	}
	defer os.Remove(filepath.Join(b.out, source))
	return pdf.Print(filepath.Join(b.out, source), filepath.Join(b.out, printed))
}

func (b *book) html(p sheetPage) (string, error) {
	var out strings.Builder
	err := page.Execute(&out, p)
	return out.String(), err
}

func (b *book) page() sheetPage {
	p := sheetPage{
		Lang: b.tl.Lang, Title: b.tl.Text(b.tl.Board.Title), Length: clock(b.tl.Duration), Day: b.day.String(),
		Voiced: b.speaker != nil, Wide: b.w > b.h, Pictures: len(b.shots), Cell: 22, Picture: 10, Loading: "lazy",
	}
	for i := range b.tl.Chapters {
		p.Chapters = append(p.Chapters, b.pageChapter(i))
	}
	return p
}

func (b *book) pageChapter(i int) pageChapter {
	c := &b.tl.Chapters[i]
	ch := pageChapter{ID: c.Scene.ID, Title: c.Title, From: clock(c.Start)}
	for _, l := range b.tl.Lines {
		if l.Chapter == i {
			ch.Lines = append(ch.Lines, b.pageLine(l))
		}
	}
	return ch
}

func (b *book) pageLine(l timeline.Line) pageLine {
	p := pageLine{ID: l.ID, At: clock(l.Start), Text: l.Text, Describe: l.Describe}
	if l.Spoken != l.Text {
		p.Spoken = l.Spoken
	}
	for _, s := range b.shots {
		if s.Line == l.ID {
			p.Shots = append(p.Shots, s)
		}
	}
	return p
}

// Clock is when the marker comes.
func (s shot) Clock() string { return fmt.Sprintf("%s,%d", clock(s.At), s.At%1000/100) }

// Written is what is written on the stage, in reading order.
func (s shot) Written() (texts []string) {
	for _, n := range s.Nodes {
		if n.Role != a11y.Image && n.Name != "" {
			texts = append(texts, strings.TrimSpace(n.Name+" "+n.Value))
		}
	}
	return texts
}

// Seen is the text alternative of the stage's picture, or empty.
func (s shot) Seen() string {
	for _, n := range s.Nodes {
		if n.Role == a11y.Image {
			return n.Name
		}
	}
	return ""
}

// Alt says what a picture of the storyboard shows.
func (s shot) Alt() string {
	if seen := s.Seen(); seen != "" {
		return seen
	}
	if texts := s.Written(); len(texts) > 0 {
		return "La guida parla. A schermo: " + strings.Join(texts, "; ")
	}
	return "La guida parla."
}
