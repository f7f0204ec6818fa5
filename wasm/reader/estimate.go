// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strings"
	"syscall/js"

	"videoguida/player/benefit"
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/wasm/dom"
)

// estimateField asks for the expected income, if the person likes, when the
// result is a lower benefit.
func (r *reader) estimateField(o *benefit.Outcome) any {
	if o.Result != benefit.Reduced {
		return nil
	}
	return box("div", "field",
		dom.El("label", dom.Attrs{"for", "lavoro-guadagno"}, r.text("naspi-inf-stima-q")),
		dom.El("input", dom.Attrs{"id", "lavoro-guadagno", "type", "text", "inputmode", "numeric", "autocomplete", "off", "maxlength", "10"}),
		dom.El("output", dom.Attrs{"id", "lavoro-stima", "for", "lavoro-guadagno"}))
}

// typed shows the estimate once the person stops typing.
func (r *reader) typed(ev js.Value) {
	field := ev.Get("target")
	if dom.Str(field, "id") != "lavoro-guadagno" {
		return
	}
	value := dom.Str(field, "value")
	dom.Later(600, func() {
		out := dom.ByID("lavoro-stima")
		if out.Truthy() && dom.Str(field, "value") == value {
			dom.SetText(out, r.estimate(euros(value)))
		}
	})
}

// estimate is the sentence for an income in cents, "" when there is none.
func (r *reader) estimate(income benefit.Cents) string {
	less := benefit.Estimate(income, r.daysLeft(), benefit.Cents(r.facts["importo"].N))
	if less == 0 {
		return ""
	}
	set := r.with("riduzioneStima", "")
	set["riduzioneStima"] = facts.Value{Kind: facts.Money, N: int64(less)}
	return r.words.Text("naspi-inf-stima", set)
}

// daysLeft counts the days a job that starts today shares with the benefit,
// at most to the end of the year.
func (r *reader) daysLeft() int {
	from := max(r.today, civil.Day(r.facts["decorrenza"].N))
	year, _, _ := from.YMD()
	to := min(civil.Day(r.facts["fine"].N), civil.Date(year, 12, 31))
	return int(to-from) + 1
}

// euros reads an amount as people write it: "6000", "6.000", "6.000,50 €",
// "6,000.50". What is not an amount is zero.
func euros(s string) benefit.Cents {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "€"))
	var n, decimals benefit.Cents
	if i := strings.LastIndexAny(s, ".,"); i >= 0 && len(s)-i <= 3 {
		s, decimals = s[:i], cents(s[i+1:])
	}
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			n = n*10 + benefit.Cents(c-'0')
		case c != '.' && c != ',' && c != ' ' && c != '\'':
			return 0
		}
	}
	return n*100 + decimals
}

// cents reads one or two decimals.
func cents(s string) benefit.Cents {
	var n benefit.Cents
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + benefit.Cents(c-'0')
	}
	if len(s) == 1 {
		n *= 10
	}
	return n
}
