// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import (
	"cmp"
	"slices"
	"strconv"

	"videoguida/static/metrics/declared"
)

// Key names one counter: what is counted in a campaign, one of its values, and
// at most one dimension (its name in D1, its word in D2). Empty members mean
// the sum over them, which is counted apart.
type Key struct {
	Campaign, Metric, Value, D1, D2 string
}

// Compare orders keys.
func Compare(a, b Key) int {
	return cmp.Or(cmp.Compare(a.Campaign, b.Campaign), cmp.Compare(a.Metric, b.Metric),
		cmp.Compare(a.Value, b.Value), cmp.Compare(a.D1, b.D1), cmp.Compare(a.D2, b.D2))
}

// Count is how often.
type Count struct {
	Key
	N int64
}

// Batch is what one message adds, once: a nonce seen before adds nothing.
type Batch struct {
	Nonce  string
	Counts []Count
}

// Refusal says why a batch was not taken. It names the member, never its value.
type Refusal struct {
	Field string // "c", "e[3]"; empty for the whole
	Why   string
}

// Error implements error.
func (r *Refusal) Error() string {
	if r.Field == "" {
		return r.Why
	}
	return r.Field + ": " + r.Why
}

// message is a batch as it was written.
type message struct {
	nonce, campaign, channel, variant string
	events                            []event
}

// event is a metric's name and the arguments in decimal or as words.
type event struct {
	name string
	args []arg
}

type arg struct {
	text   string
	number bool
}

// Parse reads a batch as package declared describes it. Whatever is accepted is
// counted: a metric that is no longer needed leaves the list. The error is a
// *Refusal.
func Parse(body []byte) (Batch, error) {
	m, err := read(body)
	if err != nil {
		return Batch{}, err
	}
	if err := m.check(); err != nil {
		return Batch{}, err
	}
	b := Batch{Nonce: m.nonce, Counts: make([]Count, 0, 4*len(m.events))}
	for i, e := range m.events {
		metric, why := e.find()
		if why != "" {
			return Batch{}, &Refusal{at(i), why}
		}
		if slices.ContainsFunc(m.events[:i], e.same) {
			return Batch{}, &Refusal{at(i), "twice"}
		}
		b.Counts = m.count(b.Counts, metric, e)
	}
	return b, nil
}

func at(i int) string { return "e[" + strconv.Itoa(i) + "]" }

// check holds the words of the batch to the list.
func (m *message) check() error {
	switch {
	case !declared.Nonce(m.nonce):
		return &Refusal{"b", "not 22 base64url characters"}
	case !declared.Campaign(m.campaign):
		return &Refusal{"c", "not a campaign's name"}
	case !slices.Contains(declared.Channels, m.channel):
		return &Refusal{"ch", "unknown channel"}
	case m.variant != "" && !slices.Contains(declared.Variants, m.variant):
		return &Refusal{"va", "unknown variant"}
	case len(m.events) == 0:
		return &Refusal{"e", "no events"}
	}
	return nil
}

// find returns the event's metric, or why the list does not take it.
func (e event) find() (m declared.Metric, why string) {
	m, ok := declared.Find(e.name)
	switch {
	case !ok:
		return m, "unknown event"
	case len(e.args) != len(m.Args):
		return m, "wrong number of arguments"
	}
	for i, a := range m.Args {
		if a.Number != e.args[i].number || !a.Takes(e.args[i].text) {
			return m, "unknown " + a.Name
		}
	}
	return m, ""
}

func (e event) same(o event) bool { return e.name == o.name && slices.Equal(e.args, o.args) }

// count adds the counters of an event: the metric's sum, its value, and the
// declared margins, never the full cross product.
func (m *message) count(to []Count, metric declared.Metric, e event) []Count {
	k := Key{Campaign: m.campaign, Metric: metric.Name}
	to = append(to, Count{k, 1})
	if len(e.args) > 0 {
		k.Value = e.args[0].text
		to = append(to, Count{k, 1})
	}
	if len(e.args) > 1 {
		k.D1, k.D2 = metric.Args[1].Name, e.args[1].text
		return append(to, Count{k, 1})
	}
	for _, d := range metric.By {
		k.D1, k.D2 = string(d), m.channel
		if d == declared.ByVariant {
			k.D2 = m.variant
		}
		if k.D2 != "" {
			to = append(to, Count{k, 1})
		}
	}
	return to
}
