// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"videoguida/cmd/internal/cli"
	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/avatar"
	"videoguida/player/benefit"
	"videoguida/player/civil"
	"videoguida/player/guide"
	"videoguida/player/guide/film"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/raster"
	"videoguida/player/script"
	"videoguida/player/timeline"
	"videoguida/player/typeset"
	"videoguida/player/typeset/titillium"
	"videoguida/player/voice"
	"videoguida/tokengen/token"
)

// book is a guide ready to be written out.
type book struct {
	out     string
	day     civil.Day // of viewing
	w, h    int
	fps     int // of the strips; 0: none
	cut     int // of the video, s; 0: all of it
	video   encoding
	scale   float32
	tl      *timeline.Timeline
	silent  int // how long the guide lasts at measure A, ms
	player  *player.Player
	fonts   *typeset.Fonts
	script  []script.Chapter
	months  []benefit.Month
	speaker *voice.Speaker // nil: the guide is silent
	shots   []shot
	sheet   sheet
}

// shot is one picture: a marker of a line, or the line's start.
type shot struct {
	File, Line, Marker string
	At                 int // of the marker, ms
	Taken              int // of the picture, ms: a little later, when things have come in
	Nodes              []a11y.Node
}

func newBook(o options, c token.Claims, today civil.Day) (*book, error) {
	g, known := guide.Find(c.Guide)
	if c.Guide == spot {
		g, known = guide.Spot(), true
	}
	board, drawn := film.Of(c)
	if !known || !drawn {
		return nil, fmt.Errorf("there is no guide %q", c.Guide)
	}
	words, f := l10n.Lookup(o.lang), g.Facts(c, today)
	b := &book{out: o.out, day: today, months: g.Sheet(c, f, today).Months}
	if b.w, b.h = size(o.size); b.w == 0 {
		return nil, cli.Use("--size must be WxH in CSS px between 200 and 4096")
	}
	if o.scale == 0 {
		o.scale = 1
	}
	if o.scale < 0.25 || o.scale > 4 {
		return nil, errors.New("--scale must be between 0.25 and 4")
	}
	b.video = forStaff
	if o.web {
		b.video = forWeb
	}
	if o.cut < 0 {
		return nil, cli.Use("--cut must be a number of seconds")
	}
	if o.strip < 0 || o.strip > 30 {
		return nil, cli.Use("--strip must be between 1 and 30 frames a second")
	}
	b.scale, b.fps, b.cut = float32(o.scale), o.strip, o.cut
	b.sheet = newSheet(b.w, b.h)
	if o.voice != "" {
		var err error
		if b.speaker, err = loadVoice(o.voice, board, c.Name); err != nil {
			return nil, err
		}
	}
	tl, err := timeline.Compile(board, f, words, b.voiceOf())
	if err != nil {
		return nil, err
	}
	silent, err := timeline.Compile(board, f, words, timeline.Silent{})
	if err != nil {
		return nil, err
	}
	b.silent = silent.Duration
	fonts, err := titillium.Load()
	if err != nil {
		return nil, err
	}
	b.fonts = fonts
	b.tl, b.script = tl, script.Read(tl.Board, f, words)
	b.player = player.New(tl, fonts, avatar.New())
	b.player.Resize(player.View{W: float32(b.w), H: float32(b.h), Bottom: float32(o.captions)})
	return b, nil
}

// size reads WxH in CSS px, or returns zeros.
func size(s string) (w, h int) {
	width, height, _ := strings.Cut(s, "x")
	w, errW := strconv.Atoi(width)
	h, errH := strconv.Atoi(height)
	if errW != nil || errH != nil || min(w, h) < 200 || max(w, h) > 4096 {
		return 0, 0
	}
	return w, h
}

func (b *book) writeAll() error {
	for _, step := range []func() error{b.writeShots, b.writeStrips, b.writePage, b.writeTexts, b.writeNarration, b.writeSchedule, b.writeSemantics} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// settle is how long after its marker a picture is taken, ms: the entry of an
// overlay takes 250, a drawing's own motion up to a second.
const settle = 900

func (b *book) writeShots() error {
	var ops paint.Ops
	var tree a11y.Tree
	canvas := raster.New(int(float32(b.w)*b.scale), int(float32(b.h)*b.scale), b.fonts)
	for _, l := range b.tl.Lines {
		marks := append([]timeline.Mark{{At: l.Start}}, l.Marks...)
		for _, m := range marks {
			taken := min(m.At+settle, l.End-1)
			b.player.Advance(0, player.Input{Kind: player.Seek, Ms: taken})
			b.player.Paint(&ops)
			b.player.Describe(&tree)
			canvas.Clear()
			ops.Replay(canvas, b.scale)
			s := shot{Line: l.ID, Marker: m.Name, At: m.At, Taken: taken, Nodes: append([]a11y.Node(nil), tree.Nodes...)}
			s.File = strings.Trim(l.ID+"-"+m.Name, "-") + ".png"
			if err := b.png(s.File, canvas); err != nil {
				return err
			}
			b.sheet.add(canvas.Image())
			b.shots = append(b.shots, s)
		}
	}
	return nil
}

func (b *book) png(name string, c *raster.Canvas) error {
	f, err := os.Create(filepath.Join(b.out, name))
	if err != nil {
		return err
	}
	if err := png.Encode(f, c.Image()); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func (b *book) file(name, text string) error {
	return os.WriteFile(filepath.Join(b.out, name), []byte(text), 0o644)
}

func (b *book) writeTexts() error {
	if err := b.file("captions.vtt", b.tl.VTT()); err != nil {
		return err
	}
	return b.file("transcript.txt", script.Transcript(b.script))
}

// writeSchedule writes the months of a guide that has them.
func (b *book) writeSchedule() error {
	if len(b.months) == 0 {
		return nil
	}
	var out strings.Builder
	w := csv.NewWriter(&out)
	w.Write([]string{"mese", "dal", "al", "giorni", "importo"})
	for _, m := range b.months {
		w.Write([]string{
			fmt.Sprint(m.Index), m.From.String(), m.To.String(), fmt.Sprint(m.Days),
			fmt.Sprintf("%d.%02d", m.Amount/100, m.Amount%100),
		})
	}
	w.Flush()
	return b.file("schedule.csv", out.String())
}

type node struct {
	ID     string    `json:"id"`
	Role   string    `json:"role"`
	Name   string    `json:"name"`
	Value  string    `json:"value,omitempty"`
	Action string    `json:"action,omitempty"`
	Bounds a11y.Rect `json:"bounds"`
}

func (b *book) writeSemantics() error {
	type moment struct {
		Line   string  `json:"line"`
		Marker string  `json:"marker,omitempty"`
		Time   float64 `json:"time"`
		Taken  float64 `json:"taken"` // when the picture was taken, s
		Nodes  []node  `json:"nodes"`
	}
	var all []moment
	for _, s := range b.shots {
		m := moment{s.Line, s.Marker, float64(s.At) / 1000, float64(s.Taken) / 1000, []node{}}
		for _, n := range s.Nodes {
			m.Nodes = append(m.Nodes, node{n.ID, n.Role.String(), n.Name, n.Value, n.Action, n.Bounds})
		}
		all = append(all, m)
	}
	j, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		return err
	}
	return b.file("semantics.json", string(j)+"\n")
}

// clock writes ms as minutes and seconds.
func clock(ms int) string { return fmt.Sprintf("%d:%02d", ms/60000, ms/1000%60) }
