// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sheet

import (
	"html/template"
	"io"
)

// page is the sheet for reading aloud and printing.
var page = template.Must(template.New("sheet").Parse(`<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>Foglio di registrazione</title>
<style>
body{font:18px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
td,th{border-bottom:1px solid #ccc;padding:.5em;text-align:left;vertical-align:top}
td:first-child{font:14px monospace;white-space:nowrap}
.phrase{font-size:22px}.used{color:#555;font-size:14px}
</style></head><body>
<h1>Foglio di registrazione</h1>
<p>{{len .}} frasi. Leggi ogni frase intera, senza fermarti dove non c'è una virgola, sempre con lo stesso passo, la stessa
voce e la stessa distanza dal microfono. Lascia mezzo secondo di silenzio prima e dopo. Un file per frase: WAV, un canale,
48 kHz, 24 bit, con il nome indicato. Picchi sotto −6 dB, nessun effetto.</p>
<table><tr><th>File</th><th>Frase</th></tr>
{{range .}}<tr><td>{{.Name}}.wav</td><td><div class="phrase">{{.Text}}</div>
<div class="used">{{range $i, $u := .Uses}}{{if $i}} · {{end}}{{$u.Form}}: {{$u.Text}}{{end}}</div></td></tr>
{{end}}</table></body></html>
`))

// HTML writes the rows as a page.
func HTML(w io.Writer, rows []Row) error { return page.Execute(w, rows) }
