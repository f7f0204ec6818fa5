// Package newjob paints the infographic "what if I find a job": an invitation,
// one question a screen along the graph of package benefit, and a result with
// an icon, a word and a colour.
//
// The answers so far are story.Choices.Path, words with slashes between them,
// so every screen is a pure function of the moment. No answer leaves the
// device.
package newjob

import (
	"strings"

	"videoguida/player/benefit"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Quiz is the infographic as a ui.Block. It keeps the screen of the last path
// it showed, so that steady frames do not allocate.
type Quiz struct {
	Services []story.Button // whose labels name the services of a result
	path     string
	screen   ui.Block
}

// Words returns the ids of everything a screen may write.
func (q *Quiz) Words() []string {
	ids := []string{
		"naspi-inf-titolo", "naspi-inf-intro", "ui-inizia", "naspi-inf-fai", "naspi-inf-quando", "naspi-inf-vale",
		"naspi-inf-b-indietro", "naspi-inf-b-altro", "naspi-inf-altre", "naspi-inf-prima",
	}
	seen := map[string]bool{}
	walk(nil, func(step benefit.Step) {
		for _, id := range written(step) {
			if !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
	})
	return ids
}

// walk calls visit for every step that answers can lead to.
func walk(answers []string, visit func(benefit.Step)) {
	step, err := benefit.Walk(answers)
	if err != nil {
		return
	}
	visit(step)
	if step.Question == nil {
		return
	}
	for _, o := range step.Question.Options {
		walk(append(answers[:len(answers):len(answers)], o.Answer), visit)
	}
}

// written returns the ids that a step's screen writes, with helps that a
// catalog may lack.
func written(s benefit.Step) (ids []string) {
	if o := s.Outcome; o != nil {
		id := "naspi-inf-" + o.Text
		return []string{id + "-t", id + "-x", id + "-f", id + "-s"}
	}
	ids = append(ids, s.Question.ID, s.Question.ID+"-h")
	for _, o := range s.Question.Options {
		ids = append(ids, o.Label, o.Label+"-h")
	}
	return ids
}

// Since implements ui.Block.
func (q *Quiz) Since(ui.Pen) int { return ui.Here }

// Height implements ui.Block.
func (q *Quiz) Height(p ui.Pen, w float32) float32 { return q.at(p).Height(p, w) }

// Draw implements ui.Block.
func (q *Quiz) Draw(p ui.Pen, r paint.Rect) { q.at(p).Draw(p, r) }

// at returns the screen of the moment's path.
func (q *Quiz) at(p ui.Pen) ui.Block {
	if path := p.M.Choices.Path; q.screen == nil || path != q.path {
		q.path, q.screen = path, q.build(path)
	}
	return q.screen
}

// build makes the screen of a path. A path that leads nowhere starts over.
func (q *Quiz) build(path string) ui.Block {
	answers := strings.Split(path, "/")
	if answers[0] != story.FirstQuestion {
		return invitation()
	}
	step, err := benefit.Walk(answers[1:])
	if err != nil {
		step, _ = benefit.Walk(nil)
	}
	if step.Outcome != nil {
		return q.result(step.Outcome)
	}
	return question(step.Question, len(answers) == 1)
}

func invitation() ui.Block {
	return ui.Card(
		ui.Title("naspi-inf-titolo"),
		ui.Body("naspi-inf-intro"),
		ui.MainDo(icon.Question, "ui-inizia", "again"),
		goOn(),
	)
}

func goOn() ui.Block { return ui.Do(icon.Play, "naspi-inf-b-continua", "continue") }

func question(step *benefit.Question, first bool) ui.Block {
	g := &ui.Paged{
		Title: step.ID, Help: step.ID + "-h", Pairs: true,
		Prev: "naspi-inf-prima", Next: "naspi-inf-altre",
		Foot: []ui.Block{ui.Grid(150, ui.Do(icon.Back, "naspi-inf-b-indietro", "undo"), goOn())},
	}
	if first {
		g.Help = "naspi-inf-intro"
	}
	for _, o := range step.Options {
		g.Items = append(g.Items, ui.Option(o.Label, o.Label+"-h", "answer:"+o.Answer))
	}
	return g
}

func (q *Quiz) result(o *benefit.Outcome) ui.Block {
	id := "naspi-inf-" + o.Text
	sign, tone := look(o.Result)
	g := &ui.Paged{
		Prev: "naspi-inf-prima", Next: "naspi-inf-altre",
		Items: []ui.Block{
			ui.Verdict(sign, id+"-t", tone),
			ui.Prose(id + "-x"),
			ui.Under("naspi-inf-fai", id+"-f"),
			ui.Under("naspi-inf-quando", id+"-s"),
			ui.Small("naspi-inf-vale"),
		},
	}
	for _, s := range q.Services {
		if s.Service == o.Service {
			g.Foot = append(g.Foot, ui.Link(icon.Certificate, s.ID, s.Service))
			break
		}
	}
	g.Foot = append(g.Foot, ui.Grid(150,
		ui.Do(icon.Back, "naspi-inf-b-indietro", "undo"),
		ui.Do(icon.Replay, "naspi-inf-b-altro", "again"),
	), ui.MainDo(icon.Play, "naspi-inf-b-continua", "continue"))
	return g
}

// look is the icon and the colour of a result.
func look(r benefit.Result) (icon.Name, ui.Tone) {
	switch r {
	case benefit.Whole, benefit.WholeThreeMonths:
		return icon.Check, ui.Good
	case benefit.Reduced:
		return icon.ChartDown, ui.Careful
	case benefit.Suspended, benefit.SuspendedByDays:
		return icon.Pause, ui.Calm
	case benefit.Lost:
		return icon.Stop, ui.Over
	case benefit.ToEstimate:
		return icon.Contract, ui.Calm
	}
	return icon.Phone, ui.Calm
}
