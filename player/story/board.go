// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package story

import "videoguida/player/facts"

// Storyboard is a whole guide: its scenes in order.
type Storyboard struct {
	Guide  string // "naspi", "pension"
	Title  string // message id of the guide's title
	Voice  string // name of the pack that says it: "naspi", "pens"
	Scenes []*Scene
}

// Scene is one chapter: what is said and what is shown.
type Scene struct {
	ID      string    // "quanto"
	Title   string    // message id of the chapter title
	When    Condition // empty: always
	Lines   []Line
	Labels  []Label
	Buttons []Button
	Alts    []Alt
	Extra   Extra
	Topics  []Topic  // explanations that the person may open
	Table   *Table   // figures of the scene, or nil
	Words   []string // ids of what else its picture writes, see Words
	Stage   Picture  // nil: nothing beside the officer
}

// Line is one sentence or two, told together. Its words are the message with
// the same id, see [Line.Message].
type Line struct {
	ID       string
	When     Condition
	Brief    Condition // when its shorter form is told; empty: never
	Pause    int       // silence after the line, ms; 0 means DefaultPause
	Gestures []Gesture
	Hold     *Hold // what the guide waits for after the line; nil: nothing
}

// Message returns the id of the line's words: its own, with "-breve" after it
// where a guide has so much to tell that the shorter form is told.
func (l *Line) Message(f facts.Set) string {
	if l.Brief != "" && l.Brief.Holds(f) {
		return l.ID + "-breve"
	}
	return l.ID
}

// DefaultPause is the silence after a line that names none, in ms.
const DefaultPause = 300

// Cue is an instant: a marker inside a line, or the line's start when Marker
// is empty.
type Cue struct{ Line, Marker string }

// Gesture is what the avatar does from a marker on.
type Gesture struct {
	Marker string // empty: from the line's start
	Name   string // a pose or face of the rig: greet, present-left, smile…
}

// Look is how a label is dressed where its picture does not say more.
type Look uint8

// Looks of a label.
const (
	Note    Look = iota // a line of text
	Title               // the stage's title, without a card
	Amount              // a big figure
	Done                // a green panel with a tick
	Tile                // one of several equal panels
	Warning             // something to beware of
)

// Label is a piece of text on the stage, entering at a cue and staying until
// the scene ends.
type Label struct {
	ID   string // message id, or "#" and the name of an amount: the bare figure
	At   Cue
	When Condition
	Look Look
}

// Button opens a service of the institute or does something on the device.
type Button struct {
	ID      string // message id of its label
	Detail  string // message id of the line under the label, or empty
	Service string // id in the dated services config, or empty
	Action  string // local action ("dl-riepilogo"), or empty
	Login   string // message id of the access note, or empty
	At      Cue
	When    Condition
}

// Alt is the text alternative of a scene's picture.
type Alt struct {
	ID   string
	When Condition
}

// Topic is something to explain when the person asks for it.
type Topic struct {
	ID   string // message id of what is explained: "IRPEF"
	Text string // message id of the explanation; it is also the topic's name
	When Condition
}

// Table is figures with their names: the film paints them, the text guide
// shows them as a table.
type Table struct {
	Head [2]string // message ids over the names and over the figures
	Rows []Row
}

// Row is a figure of a Table. Where the figure is not known, its name stands
// alone.
type Row struct {
	ID   string // message id of its name
	Fact string // name of the amount among the facts
	When Condition
}

// Extra names what the text guide adds under a scene: the same facts that the
// film paints, in their native HTML form.
type Extra uint8

// Extras of the text guide.
const (
	NoExtra  Extra = iota
	Schedule       // the table of the months
	Job            // the "what if I find a job" form
	Rating         // one to five
)

// Hold is a point where the guide waits for the person, without a time limit.
type Hold struct {
	ID       string   // "menu", "lavoro-info"
	Words    []string // message ids of what else it shows
	Choices  []Choice // answers that play a part and come back
	Continue string   // message id of the button that goes on
	Quiz     Quiz     // questions that it asks, or nil
}

// Quiz is questions that a hold asks one after the other.
type Quiz interface {
	// Leads reports whether answers, joined by commas, lead from the first
	// question to another one or to a result.
	Leads(answers string) bool
}

// Choice is one answer of a menu.
type Choice struct {
	ID    string // message id of its label
	Scene string // the scene it plays
	Line  string // the line it starts from; empty: the scene's first
}
