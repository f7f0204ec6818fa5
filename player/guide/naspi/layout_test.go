package naspi

import (
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/paint"
	"videoguida/player/typeset"
	"videoguida/player/typeset/titillium"
)

// stages are the stage's sizes, CSS px, with what captions take.
var stages = []player.View{
	{W: 320, H: 300}, {W: 320, H: 420}, {W: 360, H: 500}, {W: 390, H: 616}, {W: 430, H: 720},
	{W: 768, H: 880}, {W: 740, H: 300, Bottom: 60}, {W: 1280, H: 666, Bottom: 150}, {W: 1920, H: 960, Bottom: 170},
}

// probe is a canvas that checks each text against the stage and the face.
type probe struct {
	t     *testing.T
	where string
	fonts *typeset.Fonts
	view  player.View
	face  paint.Rect
	texts int
	nodes []a11y.Node
	rects []paint.Rect // of the frame's texts so far
}

func (c *probe) Shape(*paint.Shape, paint.Matrix, float32) {}

func (c *probe) Box(paint.Rect, float32, float32, paint.Color) {}

func (c *probe) Text(s string, p paint.Point, w paint.Weight, size float32, col paint.Color) {
	if col.A == 0 {
		return
	}
	c.texts++
	r := paint.Rect{X: p.X, Y: p.Y - size*0.75, W: c.fonts.Measure(s, w, size), H: size * 0.95}
	if r.X < 0 || r.Y < 0 || r.X+r.W > c.view.W+0.5 || r.Y+r.H > c.view.H {
		c.t.Errorf("%s: %q at %v leaves the stage", c.where, s, r)
	}
	if c.view.W > c.view.H*1.15 && r.Y+r.H > c.view.H-c.view.Bottom {
		c.t.Errorf("%s: %q at %v lies under the captions", c.where, s, r)
	}
	if meet(r, c.face) {
		c.t.Errorf("%s: %q at %v covers the face at %v", c.where, s, r, c.face)
	}
	for _, o := range c.rects {
		if meet(r.Inset(1), o.Inset(1)) {
			c.t.Errorf("%s: %q at %v covers another text at %v", c.where, s, r, o)
		}
	}
	c.rects = append(c.rects, r)
	if !c.inItsNode(s, r) {
		c.t.Errorf("%s: %q at %v lies in no node that says it", c.where, s, r)
	}
	if size < 18 && (size < 14 || !digits(s) && !axis[s]) {
		c.t.Errorf("%s: %q is set at %v px", c.where, s, size)
	}
}

// inItsNode reports whether a node that says s covers r.
func (c *probe) inItsNode(s string, r paint.Rect) bool {
	for _, n := range c.nodes {
		b := paint.Rect{X: n.Bounds.X - 4, Y: n.Bounds.Y - 4, W: n.Bounds.W + 8, H: n.Bounds.H + 8}
		inside := r.X >= b.X && r.Y >= b.Y && r.X+r.W <= b.X+b.W && r.Y+r.H <= b.Y+b.H
		if inside && (n.Grid != nil || strings.Contains(n.Name+"\n"+n.Value, s)) {
			return true
		}
	}
	return false
}

// axis is what the horizontal axis is called.
var axis = map[string]bool{"mese": true, "Monat": true, "month": true}

// digits reports whether s is a label of an axis.
func digits(s string) bool {
	for _, r := range s {
		if (r < '0' || r > '9') && r != '.' && r != ',' {
			return false
		}
	}
	return true
}

func meet(a, b paint.Rect) bool {
	return a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}

// TestLayout: at every size and marker, for several people and in three languages, no text leaves the stage,
// covers the face or another text, or is too small, and every control is large and far enough
// from the next.
func TestLayout(t *testing.T) {
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, view := range stages {
		c := &probe{t: t, fonts: fonts, view: view}
		for _, i := range []int{0, 4, 6, 7, 12, 16, 18, 20} {
			pr, lang := profiles()[i%8], [...]string{"it", "de", "en"}[i/8]
			p := player.New(compile(t, pr, lang), fonts, rig)
			p.Resize(view)
			var o paint.Ops
			var tree a11y.Tree
			everyMarkOf(p, lang+" "+pr.name, func(p *player.Player, where string) {
				c.where, c.rects = where, c.rects[:0]
				c.face = p.Face()
				p.Describe(&tree)
				c.nodes = tree.Nodes
				p.Paint(&o)
				o.Replay(c, 1)
				c.controls(&tree)
			})
		}
		if c.texts == 0 {
			t.Error("nothing was painted")
		}
		if t.Failed() {
			t.Fatalf("at %vx%v", view.W, view.H)
		}
	}
}

func (c *probe) controls(tree *a11y.Tree) {
	var before []a11y.Node
	for _, n := range tree.Nodes {
		b := n.Bounds
		r := paint.Rect{X: b.X, Y: b.Y, W: b.W, H: b.H}
		if n.Role != a11y.Button && n.Role != a11y.Link && n.Role != a11y.Slider {
			continue
		}
		if b.H < 44 || b.W < 48 {
			c.t.Errorf("%s: %s measures %v by %v", c.where, n.ID, b.W, b.H)
		}
		if b.X < 0 || b.Y < 0 || b.X+b.W > c.view.W || b.Y+b.H > c.view.H+0.5 || meet(r, c.face) {
			c.t.Errorf("%s: %s at %v leaves the stage or covers the face", c.where, n.ID, b)
		}
		for _, o := range before {
			if meet(r.Inset(-7.9), paint.Rect{X: o.Bounds.X, Y: o.Bounds.Y, W: o.Bounds.W, H: o.Bounds.H}) {
				c.t.Errorf("%s: %s and %s are too close", c.where, n.ID, o.ID)
			}
		}
		before = append(before, n)
	}
}

// TestNeverOverTheFace watches whole scenes frame by frame: while panels and
// officer change places, no text that can be read lies on her face.
func TestNeverOverTheFace(t *testing.T) {
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, view := range []player.View{{W: 390, H: 616}, {W: 1280, H: 666, Bottom: 150}} {
		p := newPlayer(t, profiles()[7])
		p.Resize(view)
		c := &faceProbe{fonts: fonts}
		var o paint.Ops
		for ms := 0; ms < p.Timeline().Duration; ms += 40 {
			p.Advance(0, player.Input{Kind: player.Seek, Ms: ms})
			c.face, c.hit = p.Face().Inset(4), ""
			p.Paint(&o)
			o.Replay(c, 1)
			if c.hit != "" {
				t.Errorf("%vx%v at %d ms: %q lies on the face", view.W, view.H, ms, c.hit)
			}
		}
		if c.texts == 0 {
			t.Error("nothing was painted")
		}
	}
}

// faceProbe is a canvas that looks for readable text on the face.
type faceProbe struct {
	fonts *typeset.Fonts
	face  paint.Rect
	hit   string
	texts int
}

func (c *faceProbe) Shape(*paint.Shape, paint.Matrix, float32) {}

func (c *faceProbe) Box(paint.Rect, float32, float32, paint.Color) {}

func (c *faceProbe) Text(s string, p paint.Point, w paint.Weight, size float32, col paint.Color) {
	c.texts++
	if col.A > 90 && meet(paint.Rect{X: p.X, Y: p.Y - size*0.75, W: c.fonts.Measure(s, w, size), H: size * 0.95}, c.face) {
		c.hit = s
	}
}
