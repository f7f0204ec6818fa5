// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"videoguida/player/civil"
	"videoguida/player/timeline"
	"videoguida/tokengen/demo"
)

// edition is a version with its storyboard.
type edition struct {
	demo.Version
	Number string // 1 to 8, or empty for a case at the edge
	book   *book
}

// Length is how long the version lasts at measure A, minutes and seconds.
func (e edition) Length() string { return clock(e.book.silent) }

// Voiced is how long it lasts with the voice, or empty without one.
func (e edition) Voiced() string {
	if e.book.speaker == nil {
		return ""
	}
	return clock(e.book.tl.Duration)
}

// Printed reports whether the storyboard was printed.
func (e edition) Printed() bool { return exists(filepath.Join(e.book.out, printed)) }

// Scenes is how many scenes it has.
func (e edition) Scenes() int { return len(e.book.tl.Chapters) }

// Lines is how many lines are told.
func (e edition) Lines() int { return len(e.book.tl.Lines) }

// Video reports whether the version was rendered as a video.
func (e edition) Video() bool { return exists(filepath.Join(e.book.out, "guide.mp4")) }

// Pictures is how many pictures its storyboard has.
func (e edition) Pictures() int { return len(e.book.shots) }

// presence is a scene or a line and what each version makes of it: its length,
// a dot, or nothing.
type presence struct {
	ID, Text string
	In       []string
}

// writeVersions writes the staff page of a guide's versions, each with its
// storyboard in a folder of its own.
func writeVersions(o options, today civil.Day, out io.Writer) error {
	table, ok := demo.Versions(o.guide, time.Unix(int64(today)*86400, 0).UTC())
	if !ok {
		return fmt.Errorf("the guide %q has no versions", o.guide)
	}
	var all []edition
	for i, v := range table.Versions {
		folder := o
		folder.out = filepath.Join(o.out, v.ID)
		b, err := writeBook(folder, v.Claims, today)
		if err != nil {
			return fmt.Errorf("%s: %w", v.ID, err)
		}
		e := edition{Version: v, book: b}
		if !v.Edge {
			e.Number = fmt.Sprint(i + 1)
		}
		all = append(all, e)
		fmt.Fprintf(out, "%s: %d pictures, %s\n", folder.out, len(b.shots), e.Length())
	}
	var html strings.Builder
	if err := versionsPage.Execute(&html, versionsOf(table, all)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(o.out, "index.html"), []byte(html.String()), 0o644)
}

// shelf is what the page of the versions shows.
type shelf struct {
	Title  string
	Axes   []demo.Axis
	All    []edition
	Scenes []presence
	Lines  []presence // those that are not in every version
}

func versionsOf(table demo.Table, all []edition) shelf {
	s := shelf{Title: all[0].book.tl.Text(all[0].book.tl.Board.Title), Axes: table.Axes, All: all}
	for _, scene := range all[0].book.tl.Board.Scenes {
		p := presence{ID: scene.ID}
		for _, e := range all {
			text := ""
			for _, ch := range e.book.tl.Chapters {
				if ch.Scene.ID == scene.ID {
					text, p.Text = clock(ch.End-ch.Start), ch.Title
				}
			}
			p.In = append(p.In, text)
		}
		s.Scenes = append(s.Scenes, p)
		for _, l := range scene.Lines {
			if p := presenceOf(l.ID, all); !p.everywhere() {
				s.Lines = append(s.Lines, p)
			}
		}
	}
	return s
}

// presenceOf says which versions tell a line.
func presenceOf(line string, all []edition) presence {
	p := presence{ID: line}
	for _, e := range all {
		mark := ""
		if i := e.book.tl.LineIndex(line); i >= 0 {
			mark, p.Text = "●", told(e.book.tl, i)
		}
		p.In = append(p.In, mark)
	}
	return p
}

// told is a line's words as the first version that has it tells them.
func told(tl *timeline.Timeline, i int) string { return tl.Lines[i].Text }

func (p presence) everywhere() bool {
	for _, in := range p.In {
		if in == "" {
			return false
		}
	}
	return true
}

var versionsPage = template.Must(template.New("versions").Parse(`<!doctype html>
<html lang="it"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Le versioni: {{.Title}}</title>
<style>
body{font:16px/1.5 "Titillium Web",Arial,sans-serif;color:#17324D;margin:2rem auto;max-width:88rem;padding:0 1rem}
h2{border-top:2px solid #0066CC;padding-top:.5rem;margin-top:3rem}
.wide{overflow-x:auto}table{border-collapse:collapse}caption{text-align:left;color:#455A6B;padding:.3rem 0}
th,td{padding:.4rem .6rem;border-bottom:1px solid #C5D3DE;text-align:left;vertical-align:top}
td.n,th.n{text-align:center;white-space:nowrap}tr.edge{background:#F3F7FB}td.yes{background:#E8F1FB;font-weight:700}
a{color:#0059B3}.id{color:#455A6B;font-size:.85rem}
</style>
<h1>Le versioni: {{.Title}}</h1>
<p>Per uso interno. Nomi, importi e date sono inventati. Durata: misura A, quattordici caratteri al secondo più le pause{{if (index .All 0).Voiced}}; poi con la voce, come le durate delle scene{{end}}. L'attesa non conta.</p>
<h2>Tabella delle versioni</h2>
<div class="wide" role="region" aria-label="Tabella delle versioni" tabindex="0"><table>
<thead><tr><th scope="col">Versione</th>{{range .Axes}}<th scope="col" class="n">{{.Title}}</th>{{end}}<th scope="col" class="n">Durata</th>{{if (index .All 0).Voiced}}<th scope="col" class="n">Con la voce</th>{{end}}<th scope="col" class="n">Scene</th><th scope="col" class="n">Frasi</th><th scope="col" class="n">Immagini</th><th scope="col">Storyboard</th></tr></thead>
<tbody>{{range .All}}<tr{{if .Edge}} class="edge"{{end}}><th scope="row">{{if .Number}}{{.Number}}{{else}}{{.Title}}{{end}}</th>{{range .On}}<td class="n{{if .}} yes{{end}}">{{if .}}sì{{else}}no{{end}}</td>{{end}}<td class="n">{{.Length}}</td>{{with .Voiced}}<td class="n">{{.}}</td>{{end}}<td class="n">{{.Scenes}}</td><td class="n">{{.Lines}}</td><td class="n">{{.Pictures}}</td><td><a href="{{.ID}}/index.html">storyboard {{.ID}}</a>{{if .Printed}} · <a href="{{.ID}}/storyboard.pdf">PDF</a>{{end}}{{if .Video}} · <a href="{{.ID}}/guide.mp4">video</a>{{end}}</td></tr>
{{end}}</tbody></table></div>
<h2>Scene e durate</h2>
<div class="wide" role="region" aria-label="Scene e durate" tabindex="0"><table>
<thead><tr><th scope="col">Scena</th>{{range .All}}<th scope="col" class="n">{{if .Number}}{{.Number}}{{else}}{{.ID}}{{end}}</th>{{end}}</tr></thead>
<tbody>{{range .Scenes}}<tr><th scope="row">{{.Text}} <span class="id">{{.ID}}</span></th>{{range .In}}<td class="n">{{if .}}{{.}}{{else}}–{{end}}</td>{{end}}</tr>
{{end}}</tbody></table></div>
<h2>Frasi che cambiano</h2>
<div class="wide" role="region" aria-label="Frasi che cambiano" tabindex="0"><table>
<thead><tr><th scope="col">Frase</th>{{range .All}}<th scope="col" class="n">{{if .Number}}{{.Number}}{{else}}{{.ID}}{{end}}</th>{{end}}</tr></thead>
<tbody>{{range .Lines}}{{if .Text}}<tr><th scope="row">{{.Text}} <span class="id">{{.ID}}</span></th>{{range .In}}<td class="n{{if .}} yes{{end}}">{{if .}}{{.}}{{else}}–{{end}}</td>{{end}}</tr>
{{end}}{{end}}</tbody></table></div>
</html>
`))
