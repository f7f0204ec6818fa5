package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// Cards shows a scene's labels and buttons as plain cards, each entering at
// its cue. It implements story.Picture for scenes that have no picture of
// their own. Layout must be called before Paint and Describe.
type Cards struct {
	scene  *story.Scene
	held   *story.Hold
	area   paint.Rect
	blocks []block
	lines  []string // all wrapped lines, blocks hold ranges of it
	height float32
}

// block is one label or button, laid out.
type block struct {
	id, text string
	action   string
	service  string
	cue      story.Cue
	look     style
	from, to int // lines
	rect     paint.Rect
}

// Layout places the blocks of the moment's scene in its area. It does the
// work again only when the scene, the hold or the area changed.
func (c *Cards) Layout(m *story.Moment) {
	if c.scene == m.Scene && c.held == m.Held && c.area == m.Area {
		return
	}
	c.scene, c.held, c.area = m.Scene, m.Held, m.Area
	c.blocks, c.lines = c.blocks[:0], c.lines[:0]
	if m.Held != nil && (len(m.Held.Choices) > 0 || m.Held.Continue != "") {
		c.addHold(m)
	} else {
		c.addScene(m)
	}
	c.place(m)
}

// Height returns the height of the whole stack, CSS px.
func (c *Cards) Height() float32 { return c.height }

func (c *Cards) addScene(m *story.Moment) {
	for i := range m.Scene.Labels {
		l := &m.Scene.Labels[i]
		if l.When.Holds(m.Facts) && m.Clock.Since(l.At) != absent {
			c.add(m, block{id: l.ID, cue: l.At, look: styleOf(l.Look)})
		}
	}
	for i := range m.Scene.Buttons {
		b := &m.Scene.Buttons[i]
		if b.When.Holds(m.Facts) && m.Clock.Since(b.At) != absent {
			c.add(m, block{id: b.ID, cue: b.At, look: button, action: actionOf(b), service: b.Service})
		}
	}
}

// absent is what a clock answers for a cue that is not part of the guide.
const absent = story.Absent

func (c *Cards) addHold(m *story.Moment) {
	for _, ch := range m.Held.Choices {
		c.add(m, block{id: ch.ID, look: button, action: "choose:" + ch.ID})
	}
	if m.Held.ID == "lavoro-info" {
		c.add(m, block{id: "naspi-inf-titolo", look: title})
		c.add(m, block{id: "naspi-inf-intro", look: note})
		c.add(m, block{id: "naspi-inf-q-tipo", look: button, action: "form:lavoro-info"})
	}
	c.add(m, block{id: m.Held.Continue, look: primaryButton, action: "continue"})
}

func (c *Cards) add(m *story.Moment, b block) {
	b.text = m.Words.Text(b.id)
	if b.text == "" {
		return
	}
	d := &dress[b.look]
	b.from = len(c.lines)
	c.lines = m.Fonts.Wrap(b.text, c.area.W-2*d.padX, d.weight, d.size, c.lines)
	b.to = len(c.lines)
	c.blocks = append(c.blocks, b)
}

// place stacks the blocks. When they do not all fit, the last ones win: the
// newest word is the one being spoken.
func (c *Cards) place(m *story.Moment) {
	total := float32(0)
	for i := range c.blocks {
		total += c.blocks[i].tall() + gap
	}
	y := c.area.Y
	if over := total - gap - c.area.H; over > 0 {
		y -= over
	}
	for i := range c.blocks {
		b := &c.blocks[i]
		b.rect = paint.Rect{X: c.area.X, Y: y, W: c.area.W, H: b.tall()}
		y += b.rect.H + gap
	}
	c.height = min(max(total-gap, 0), c.area.H)
}

func (b *block) tall() float32 {
	d := &dress[b.look]
	return max(float32(b.to-b.from)*d.size*1.3+2*d.padY, d.least)
}

// entry returns how far a block has come in, 0…1, easing out over 250 ms.
func entry(m *story.Moment, b *block) float32 {
	if b.cue.Line == "" {
		return 1
	}
	since := m.Clock.Since(b.cue)
	if since < 0 {
		return 0
	}
	u := min(float32(since)/250, 1)
	return 1 - (1-u)*(1-u)
}

// Paint implements story.Picture.
func (c *Cards) Paint(o *paint.Ops, m *story.Moment) {
	for i := range c.blocks {
		b := &c.blocks[i]
		e := entry(m, b)
		if e == 0 || b.rect.Y < c.area.Y-1 {
			continue
		}
		rise := 10 * (1 - e)
		if m.Reduced {
			rise = 0
		}
		saved := o.Shift(0, rise, e)
		c.paintBlock(o, m, b)
		o.Restore(saved)
	}
}

func (c *Cards) paintBlock(o *paint.Ops, m *story.Moment, b *block) {
	d := &dress[b.look]
	if d.fill.A > 0 {
		shadow := b.rect
		shadow.Y += 4
		o.SoftBox(shadow, d.radius, 16, ink.Fade(0.12))
		if d.edge.A > 0 {
			o.Box(b.rect, d.radius, d.edge)
			o.Box(b.rect.Inset(2), d.radius-2, d.fill)
		} else {
			o.Box(b.rect, d.radius, d.fill)
		}
	}
	lineH := d.size * 1.3
	y := b.rect.Y + (b.rect.H-lineH*float32(b.to-b.from))/2 + d.size*1.0
	for _, s := range c.lines[b.from:b.to] {
		x := b.rect.X + d.padX
		if d.center {
			x = b.rect.X + (b.rect.W-m.Fonts.Measure(s, d.weight, d.size))/2
		}
		o.Text(s, paint.Point{X: x, Y: y}, d.weight, d.size, d.text)
		y += lineH
	}
}

// Describe implements story.Picture.
func (c *Cards) Describe(t *a11y.Tree, m *story.Moment) {
	for i := range c.blocks {
		b := &c.blocks[i]
		if entry(m, b) == 0 || b.rect.Y < c.area.Y-1 {
			continue
		}
		t.Add(a11y.Node{
			ID: b.id, Role: dress[b.look].role, Name: b.text, Action: b.action,
			Bounds: a11y.Rect{X: b.rect.X, Y: b.rect.Y, W: b.rect.W, H: b.rect.H},
		})
	}
}

func actionOf(b *story.Button) string {
	if b.Service != "" {
		return "open:" + b.Service
	}
	return "save:" + b.Action
}
