// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"os"
	"slices"
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/guide/guidetest/sight"
	"videoguida/player/paint"
	"videoguida/player/raster"
	"videoguida/player/typeset"
	"videoguida/player/typeset/titillium"
	"videoguida/player/ui"
)

// sightStages are the stages on which pixels are measured, CSS px: a phone's
// and a desk's.
func sightStages() []player.View {
	return []player.View{{W: 390, H: 616}, {W: 1280, H: 666, Bottom: 112}}
}

// columns are the colours of a chart's columns: the only boxes that say by
// themselves what no text beside them says.
var columns = []paint.Color{ui.Primary, ui.Light, ui.Idle}

// Sight collects what is read in the frames of a guide.
type Sight struct {
	t      *testing.T
	fonts  *typeset.Fonts
	eyes   map[player.View]*sight.Eye
	ops    paint.Ops
	worst  map[sight.Kind]sight.Reading
	where  map[sight.Kind]string
	read   map[sight.Kind]int
	fading map[string]int // how many frames in a row a text has not stood whole
	frames int
}

// NewSight returns a Sight that has seen nothing.
func NewSight(t *testing.T) *Sight {
	t.Helper()
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &Sight{
		t: t, fonts: fonts, eyes: map[player.View]*sight.Eye{}, worst: map[sight.Kind]sight.Reading{},
		where: map[sight.Kind]string{}, read: map[sight.Kind]int{}, fading: map[string]int{},
	}
}

// Look reads the frame that p shows on a stage: every text has 4.5:1, every
// icon and column 3:1. What fades in or out is let through for less than a second.
func (s *Sight) Look(p *player.Player, v player.View, where string) {
	if s.eyes[v] == nil {
		s.eyes[v] = sight.NewEye(int(v.W), int(v.H), s.fonts, columns...)
	}
	s.frames++
	p.Resize(v)
	p.Paint(&s.ops)
	chart, fading := hasTable(p), map[string]int{}
	s.eyes[v].Look(&s.ops, func(r sight.Reading) {
		switch {
		case r.Kind == sight.Mark && !chart:
		case r.Ratio > 0:
			s.take(r, where)
		case r.Kind == sight.Text:
			fading[r.What] = s.fading[r.What] + 1
			if fading[r.What] == sightRate {
				s.t.Errorf("%s: %q fades for a second", where, r.What)
			}
		}
	})
	s.fading = fading
}

// hasTable reports whether the frame shows figures as a table or a chart.
func hasTable(p *player.Player) bool {
	var tree a11y.Tree
	p.Describe(&tree)
	return slices.ContainsFunc(tree.Nodes, func(n a11y.Node) bool { return n.Role == a11y.Table && n.Grid != nil })
}

// take judges and remembers a reading.
func (s *Sight) take(r sight.Reading, where string) {
	s.read[r.Kind]++
	if w, ok := s.worst[r.Kind]; !ok || r.Ratio < w.Ratio {
		s.worst[r.Kind], s.where[r.Kind] = r, where
	}
	if r.Ratio < r.Kind.Least() {
		s.t.Errorf("%s: %s has %.2f:1, less than %v:1", where, r.What, r.Ratio, r.Kind.Least())
	}
}

// Report logs the worst of each kind, and fails when too little was read.
func (s *Sight) Report() {
	for k, name := range [...]string{sight.Text: "text", sight.Icon: "icon", sight.Mark: "column"} {
		k := sight.Kind(k)
		if s.read[k] == 0 && k == sight.Mark {
			continue // a guide without a chart
		}
		s.t.Logf("%d frames, %d readings of %ss, the worst %.2f:1: %s, %s", s.frames, s.read[k], name, s.worst[k].Ratio, s.worst[k].What, s.where[k])
		if k != sight.Mark && s.read[k] < s.frames/10 {
			s.t.Errorf("only %d %ss were read in %d frames", s.read[k], name, s.frames)
		}
	}
}

// sightRate is how many frames a second are read.
const sightRate = 5

// Contrast reads five frames a second of every scene-variant of the people on a
// phone and on a desk; without FULL, every third marker of one of them, on a
// phone.
func (s Suite) Contrast(t *testing.T, people []Profile) *Sight {
	eye := NewSight(t)
	if os.Getenv("FULL") == "" {
		n := 0
		EveryMark(s.Player(t, people[0], "it"), func(p *player.Player, line, marker string) {
			if n++; n%3 == 0 {
				eye.Look(p, sightStages()[0], people[0].Name+" "+line+" "+marker)
			}
		})
		return eye
	}
	s.eachVariant(t, people, func(p *player.Player, who string, from, to int) {
		for _, v := range sightStages() {
			for ms := from; ms < to; ms += 1000 / sightRate {
				p.Advance(0, player.Input{Kind: player.Seek, Ms: ms})
				eye.Look(p, v, who)
			}
		}
	})
	return eye
}

// eachVariant calls f once for each scene and each set of nodes that a scene
// can have, with the ms from and to which a player shows it.
func (s Suite) eachVariant(t *testing.T, people []Profile, f func(p *player.Player, who string, from, to int)) {
	seen := map[string]bool{}
	for _, pr := range people {
		p := s.Player(t, pr, "it")
		ids := variants(p)
		for i, ch := range p.Timeline().Chapters {
			if key := ch.Scene.ID + ids[i]; !seen[key] {
				seen[key] = true
				f(p, pr.Name+" "+ch.Scene.ID, ch.Start, ch.End)
			}
		}
	}
	t.Logf("%d people, %d scene-variants", len(people), len(seen))
}

// variants returns, for each chapter, the ids of its nodes at every marker.
func variants(p *player.Player) []string {
	ids := make([]strings.Builder, len(p.Timeline().Chapters))
	var tree a11y.Tree
	EveryMark(p, func(p *player.Player, line, marker string) {
		p.Describe(&tree)
		b := &ids[p.Timeline().Lines[p.Timeline().LineIndex(line)].Chapter]
		b.WriteString(line + marker)
		for _, n := range tree.Nodes {
			b.WriteString(" " + n.ID)
		}
	})
	out := make([]string, len(ids))
	for i := range ids {
		out[i] = ids[i].String()
	}
	return out
}

const (
	flashRate  = 30  // frames a second
	flashScale = 0.5 // device px per CSS px
)

// Flashes plays every scene-variant of the people at thirty frames a second:
// nothing flashes more than three times in a second. Without FULL, six seconds.
func (s Suite) Flashes(t *testing.T, people []Profile) {
	v := sightStages()[0]
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	canvas := raster.New(int(v.W*flashScale), int(v.H*flashScale), fonts)
	var worst sight.Flashes
	var ops paint.Ops
	scenes := 0
	s.eachVariant(t, people, func(p *player.Player, who string, from, to int) {
		if scenes++; os.Getenv("FULL") == "" {
			if to = min(to, from+6000); scenes > 1 {
				return
			}
		}
		p.Resize(v)
		film := sight.NewFlashes(int(v.W*flashScale), int(v.H*flashScale), flashRate, 1/flashScale)
		for i := 0; from+i*1000/flashRate < to; i++ {
			p.Advance(0, player.Input{Kind: player.Seek, Ms: from + i*1000/flashRate})
			p.Paint(&ops)
			canvas.Clear()
			ops.Replay(canvas, flashScale)
			film.Add(canvas.Image())
		}
		if film.Worst > 3 {
			t.Errorf("%s flashes %d times in a second", who, film.Worst)
		}
		worst.Worst, worst.Area, worst.Red = max(worst.Worst, film.Worst), max(worst.Area, film.Area), max(worst.Red, film.Red)
	})
	t.Logf("at most %d flashes in a second over a quarter of ten degrees; at most %.0f CSS px² flash more often; saturated red on %.0f CSS px²", worst.Worst, worst.Area, worst.Red)
	if worst.Red > 341*256/4 {
		t.Errorf("saturated red on %.0f CSS px²", worst.Red)
	}
}
