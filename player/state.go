// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package player

import "videoguida/player/story"

// State is where the guide stands. Together with the timeline it decides the
// frame; everything else is derived.
type State struct {
	T       int    // position, ms
	HeldFor int    // ms since the hold began, at most MaxHeld
	Playing bool   // false: frozen by the person
	Hold    int    // index of the line held on, plus one; 0: none
	Back    int    // index plus one of the menu line to come back to; 0: none
	Until   int    // ms at which the part chosen from the menu ends
	Rate    int    // speed, per cent; 0 means 100
	Rests   bool   // it pauses at the end of each chapter
	Choice  string // last menu answer
	Choices story.Choices
	Turning int    // ms until the screen of a new answer stands; 0: it stands
	before  string // the answers whose screen leaves
	passed  int    // index plus one of the hold already answered
}

// MaxHeld caps HeldFor, ms: after it the idle motion rests and nothing runs.
const MaxHeld = 20_000

// Kind names an input.
type Kind uint8

// Inputs.
const (
	Play Kind = iota
	Pause
	Seek    // to Ms
	Skip    // by Ms
	Press   // the action of a node, in ID
	Speed   // per cent, in Ms
	Rest    // pause at the end of each chapter: 1, or not: 0, in Ms
	Answers // to the guide's quiz, in ID: the person gave them elsewhere
)

// Input is something the person did.
type Input struct {
	Kind Kind
	Ms   int
	ID   string
}

// Effect is something the shell must do for the core: the core never does it.
type Effect struct {
	Kind EffectKind
	ID   string
}

// EffectKind names an effect.
type EffectKind uint8

// Effects.
const (
	OpenService EffectKind = iota // open the service with this id
	SaveFile                      // make the local file with this id
	OpenForm                      // show the job form of the text guide
	Rate                          // send the rating, "1" to "5"
	Ended                         // the guide reached its end
	Rested                        // the guide paused at the end of a chapter
	Answered                      // the answers to the quiz are now these
)

// Actions of nodes are words with a prefix.
const (
	actChoose   = "choose:"
	actOpen     = "open:"
	actSave     = "save:"
	actForm     = "form:"
	actRate     = "rate:"
	actMonth    = "month:"
	actPage     = "page:"
	actExplain  = "explain:"
	actAnswer   = "answer:"
	actBack     = "back"
	actAgain    = "again"
	actContinue = "continue"
	actReplay   = "replay"
)

func (p *Player) hold() *story.Hold {
	if p.s.Hold == 0 {
		return nil
	}
	return p.tl.Lines[p.s.Hold-1].Hold
}
