// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit_test

import (
	"slices"
	"strings"
	"testing"

	"videoguida/player/benefit"
	"videoguida/player/l10n"
	"videoguida/static/services"
)

// paths calls f with every complete path of the infographic.
func paths(t *testing.T, answers []string, f func(path []string, questions []*benefit.Question, o *benefit.Outcome)) {
	t.Helper()
	var asked []*benefit.Question
	for i := range answers {
		s, err := benefit.Walk(answers[:i])
		if err != nil {
			t.Fatalf("%v: %v", answers[:i], err)
		}
		asked = append(asked, s.Question)
	}
	s, err := benefit.Walk(answers)
	if err != nil {
		t.Fatalf("%v: %v", answers, err)
	}
	if s.Outcome != nil {
		f(answers, asked, s.Outcome)
		return
	}
	for _, o := range s.Question.Options {
		paths(t, append(slices.Clone(answers), o.Answer), f)
	}
}

// TestEveryPathIsTold: along each of the 57 paths, every question, answer and
// result has its words in every language, the result what to do, and a service
// that exists.
func TestEveryPathIsTold(t *testing.T) {
	n := 0
	paths(t, nil, func(path []string, asked []*benefit.Question, o *benefit.Outcome) {
		n++
		ids := []string{"naspi-inf-" + o.Text + "-t", "naspi-inf-" + o.Text + "-x"}
		for _, q := range asked {
			ids = append(ids, q.ID)
			for _, option := range q.Options {
				ids = append(ids, option.Label)
			}
		}
		for _, lang := range l10n.Langs() {
			for _, id := range ids {
				if !l10n.Lookup(lang).Has(id) {
					t.Errorf("%s: %s has no words for %s", strings.Join(path, " "), lang, id)
				}
			}
		}
		if _, ok := services.Find(o.Service); !ok && o.Service != "" {
			t.Errorf("%s leads to the unknown service %s", strings.Join(path, " "), o.Service)
		}
		if o.Service == "" && o.Result != benefit.ToEstimate {
			t.Errorf("%s leads nowhere", strings.Join(path, " "))
		}
	})
	if n != 57 {
		t.Errorf("%d paths, want 57", n)
	}
}
