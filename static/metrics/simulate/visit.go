// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package simulate

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"

	"videoguida/static/metrics/declared"
)

// Completion is the known truth: the share of starts that reach 80 % of the
// film, by variant.
var Completion = map[string]float64{"a": 0.52, "b": 0.61}

// visit is one opening of a letter.
type visit struct {
	channel, variant, guide string
	events                  []string
}

// pick draws one of the words, by weight.
func pick(rnd *rand.Rand, words []string, weights ...float64) string {
	x := rnd.Float64()
	for i, w := range words {
		if x -= weights[i]; x < 0 {
			return w
		}
	}
	return words[len(words)-1]
}

// newVisit invents a visit: what the page would tell of it.
func newVisit(rnd *rand.Rand) visit {
	v := visit{
		channel: pick(rnd, declared.Channels, 0.55, 0.2, 0.15, 0.07, 0.03),
		variant: pick(rnd, []string{"a", "b"}, 0.5, 0.5),
		guide:   pick(rnd, []string{"naspi", "pension"}, 0.7, 0.3),
	}
	if rnd.Float64() < 0.012 {
		v.add("refused", pick(rnd, declared.Refusals, 0.55, 0.25, 0.02, 0.02, 0.04, 0.1, 0.02))
		return v
	}
	v.add("open")
	v.add("guide", v.guide)
	v.add("lang", pick(rnd, []string{"it", "de", "en"}, 0.95, 0.03, 0.02))
	v.add("where", pick(rnd, []string{"page", "frame", "app"}, 0.8, 0.1, 0.1))
	if rnd.Float64() < 0.01 {
		v.add("error", pick(rnd, declared.Errors, 0.4, 0.25, 0.05, 0.1, 0.1, 0.05, 0.05), pick(rnd, declared.Browsers, 0.4, 0.1, 0.25, 0.2, 0.05))
	}
	if rnd.Float64() < 0.3 {
		v.add("text")
	}
	if rnd.Float64() < 0.93 {
		v.add("ready")
		v.number("ttff", min(9, max(0, int(4+1.6*rnd.NormFloat64()))))
		if rnd.Float64() < 0.72 {
			v.watch(rnd)
		}
	}
	return v
}

func (v *visit) add(words ...string) {
	v.events = append(v.events, `["`+strings.Join(words, `","`)+`"]`)
}

func (v *visit) number(name string, n int) {
	v.events = append(v.events, fmt.Sprintf(`["%s",%d]`, name, n))
}

// watch is what happens after the start: how much of the film is seen follows
// from the variant's known completion.
func (v *visit) watch(rnd *rand.Rand) {
	v.add("start")
	v.add("captions", pick(rnd, []string{"on", "off"}, 0.83, 0.17))
	v.add("motion", pick(rnd, []string{"full", "reduced"}, 0.94, 0.06))
	v.add("voice", pick(rnd, []string{"on", "off"}, 0.7, 0.3))
	seen := 80 * rnd.Float64()
	if rnd.Float64() < Completion[v.variant] {
		seen = 80 + 20.999*rnd.Float64()
	}
	for _, s := range declared.Viewed {
		if n := percent(s); float64(n) <= seen {
			v.number("viewed", n)
		}
	}
	v.scenes(rnd, seen)
	if seen > 60 {
		v.after(rnd)
	}
}

func percent(s string) (n int) {
	fmt.Sscan(s, &n)
	return n
}

// scenes are those that so much of the film reaches.
func (v *visit) scenes(rnd *rand.Rand, seen float64) {
	var own []int
	for _, s := range declared.Scenes {
		if n := percent(s); (n > 20) == (v.guide == "pension") {
			own = append(own, n)
		}
	}
	for i, n := range own {
		if 100*float64(i)/float64(len(own)) > seen {
			return
		}
		v.number("scene", n)
		if rnd.Float64() < 0.04 {
			v.number("replay", n)
		} else if rnd.Float64() < 0.06 {
			v.number("skip", n)
		}
	}
}

// after is what one does near the end.
func (v *visit) after(rnd *rand.Rand) {
	services := []string{"svc-naspi-com", "svc-naspi", "svc-siisl", "svc-myinps", "svc-fascicolo"}
	if v.guide == "pension" {
		services = []string{"svc-cedolino", "svc-cu", "svc-myinps", "svc-fascicolo", "svc-red"}
	}
	if rnd.Float64() < 0.45 {
		v.add("service", pick(rnd, services, 0.4, 0.25, 0.15, 0.12, 0.08))
	}
	if v.guide == "naspi" && rnd.Float64() < 0.35 {
		v.add("job", "begun")
		if rnd.Float64() < 0.75 {
			v.add("job", "done")
		}
	}
	if rnd.Float64() < 0.12 {
		v.add("save", pick(rnd, []string{"sheet", "calendar", "print"}, 0.6, 0.3, 0.1))
	}
	if rnd.Float64() < 0.25 {
		v.number("rate", percent(pick(rnd, []string{"5", "4", "3", "2", "1"}, 0.5, 0.29, 0.12, 0.05, 0.04)))
	}
}

// bodies are the visit's batches, as a page sends them.
func (v visit) bodies(rnd *rand.Rand, campaign string) (all []string) {
	for events := v.events; len(events) > 0; {
		n := min(len(events), 24)
		var b [16]byte
		binary.LittleEndian.PutUint64(b[:], rnd.Uint64())
		binary.LittleEndian.PutUint64(b[8:], rnd.Uint64())
		all = append(all, fmt.Sprintf(`{"v":1,"b":"%s","c":"%s","ch":"%s","va":"%s","e":[%s]}`,
			base64.RawURLEncoding.EncodeToString(b[:]), campaign, v.channel, v.variant, strings.Join(events[:n], ",")))
		events = events[n:]
	}
	return all
}
