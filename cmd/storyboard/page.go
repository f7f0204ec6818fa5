package main

import (
	"html/template"
	"strings"

	"videoguida/player/timeline"
)

var page = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="{{.Lang}}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Storyboard</title>
<style>
body{font:16px/1.5 "Titillium Web",Arial,sans-serif;color:#17324D;margin:2rem auto;max-width:75rem;padding:0 1rem}
h2{border-top:2px solid #0066CC;padding-top:.5rem;margin-top:3rem}
.shots{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0;width:15rem}
img{width:100%;border:1px solid #C5D3DE;border-radius:.5rem}
figcaption{font-size:.9rem;color:#455A6B}.id{font-size:.85rem;color:#455A6B}
.ad{background:#E8F1FB;padding:.4rem .6rem;border-radius:.4rem}
</style>
<h1>Storyboard</h1><p>Durata {{.Length}} · {{len .Chapters}} scene</p>
{{range .Chapters}}<section><h2>{{.Title}} <small>{{.From}}</small></h2>
{{range .Lines}}<p><span class="id">{{.At}} · {{.ID}}</span><br>{{.Text}}</p>
{{if .Describe}}<p class="ad">Audiodescrizione: {{.Describe}}</p>{{end}}
<div class="shots">{{range .Shots}}<figure><img src="{{.File}}" alt="" loading="lazy"><figcaption>{{if .Marker}}[[{{.Marker}}]]{{else}}inizio{{end}}: {{range .Nodes}}{{.Name}} · {{end}}</figcaption></figure>{{end}}</div>
{{end}}</section>{{end}}</html>
`))

type pageLine struct {
	ID, At, Text, Describe string
	Shots                  []shot
}

type pageChapter struct {
	Title, From string
	Lines       []pageLine
}

func (b *book) writePage() error {
	data := struct {
		Lang, Length string
		Chapters     []pageChapter
	}{Lang: b.tl.Lang, Length: clock(b.tl.Duration)}
	for i := range b.tl.Chapters {
		data.Chapters = append(data.Chapters, b.pageChapter(i))
	}
	var out strings.Builder
	if err := page.Execute(&out, data); err != nil {
		return err
	}
	return b.file("index.html", out.String())
}

func (b *book) pageChapter(i int) pageChapter {
	ch := pageChapter{Title: b.tl.Chapters[i].Title, From: clock(b.tl.Chapters[i].Start)}
	for _, l := range b.tl.Lines {
		if l.Chapter == i {
			ch.Lines = append(ch.Lines, b.pageLine(l))
		}
	}
	return ch
}

func (b *book) pageLine(l timeline.Line) pageLine {
	p := pageLine{ID: l.ID, At: clock(l.Start), Text: l.Text, Describe: l.Describe}
	for _, s := range b.shots {
		if s.Line == l.ID {
			p.Shots = append(p.Shots, s)
		}
	}
	return p
}
