// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package script is the guide as text: the chapters and lines that belong to
// one person, formatted once. The reader shows it as HTML, the storyboard
// prints it as the transcript, and both must say the same words as the film.
package script

import (
	"strings"

	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/player/story"
)

// Chapter is one scene of the person's guide.
type Chapter struct {
	Scene *story.Scene
	Title string
	Lines []Line
}

// Line is one told line.
type Line struct {
	ID       string
	Text     string
	Describe string // audio description of the picture, or empty
}

// Read returns the chapters of b that f makes true, in order. A line that needs
// a fact nobody knows is left out, and a chapter without lines too.
func Read(b *story.Storyboard, f facts.Set, c *l10n.Catalog) []Chapter {
	var out []Chapter
	for _, s := range b.Scenes {
		if !s.When.Holds(f) {
			continue
		}
		ch := Chapter{Scene: s, Title: c.Text(s.Title, f)}
		for _, l := range s.Lines {
			words := l.Message(f)
			if l.When.Holds(f) && len(c.Missing(words, f)) == 0 {
				ch.Lines = append(ch.Lines, Line{l.ID, c.Text(words, f), c.Alt(l.ID, f)})
			}
		}
		if len(ch.Lines) > 0 {
			out = append(out, ch)
		}
	}
	return out
}

// Transcript returns the chapters as plain text: a title line, one line per
// told line, descriptions in square brackets, a blank line between chapters.
func Transcript(chapters []Chapter) string {
	var b strings.Builder
	for i, ch := range chapters {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(ch.Title + "\n")
		for _, l := range ch.Lines {
			b.WriteString(l.Text + "\n")
			if l.Describe != "" {
				b.WriteString("[" + l.Describe + "]\n")
			}
		}
	}
	return b.String()
}
