// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

import "errors"

// Result is what happens to NASpI in a case.
type Result uint8

// Results, in the script's words: RIDOTTA, SOSPESA, SOSPESA a giorni, PERSA,
// INTERA, INTERA 3 mesi, VERIFICA, STIMA.
const (
	Reduced Result = iota
	Suspended
	SuspendedByDays
	Lost
	Whole
	WholeThreeMonths
	ToVerify   // the institute must look at it
	ToEstimate // the person does not know the income yet
)

// Question is one screen of the "what if I find a job" infographic.
type Question struct {
	ID      string // message id
	Options []Option
}

// Option is one answer.
type Option struct {
	Answer string // "dip", "sotto"
	Label  string // message id
}

// Outcome is a row of the decision table. Its texts are the messages
// naspi-inf-<Text>-t (title), -x (why), -f (what to do), -s (by when).
type Outcome struct {
	Case    string // "D1"
	Result  Result
	Text    string // "d1"
	Service string // service id, or empty
	Source  string // act the row rests on; empty: none read in full
	Tag     string // V-O, V-S, DER, U
}

// Step is where some answers lead: to a question or to an outcome.
type Step struct {
	Question *Question // nil at the end
	Outcome  *Outcome  // nil before the end
}

// ErrAnswer means that an answer is not among its question's options.
var ErrAnswer = errors.New("benefit: no such answer")

type place struct {
	id, question string
	edges        []edge
}

type edge struct{ answer, label, next string }

type row struct {
	id      string
	result  Result
	text    string
	service string
}

type caseSource struct{ id, source, tag string }

// Walk follows the answers from the first question. It returns ErrAnswer when
// one of them is not offered where it stands.
func Walk(answers []string) (Step, error) {
	at := &flow[0]
	for i, a := range answers {
		next := ""
		for _, e := range at.edges {
			if e.answer == a {
				next = e.next
			}
		}
		if next == "" {
			return Step{}, ErrAnswer
		}
		if next[0] == '!' {
			if i != len(answers)-1 {
				return Step{}, ErrAnswer
			}
			o := outcome(next[1:])
			return Step{Outcome: &o}, nil
		}
		at = find(next)
	}
	return Step{Question: at.asked()}, nil
}

func find(id string) *place {
	for i := range flow {
		if flow[i].id == id {
			return &flow[i]
		}
	}
	return &flow[0]
}

func (p *place) asked() *Question {
	q := &Question{ID: p.question}
	for _, e := range p.edges {
		q.Options = append(q.Options, Option{e.answer, e.label})
	}
	return q
}

// outcome returns a row with its source. A row without a source that can be
// shown ends in VERIFICA or STIMA, which a test sees to.
func outcome(id string) Outcome {
	for _, r := range cases {
		if r.id != id {
			continue
		}
		o := Outcome{Case: id, Result: r.result, Text: r.text, Service: r.service}
		for _, s := range caseSources {
			if s.id == id {
				o.Source, o.Tag = s.source, s.tag
			}
		}
		return o
	}
	return Outcome{Case: id, Result: ToVerify, Text: "ver", Service: "svc-telefono"}
}
