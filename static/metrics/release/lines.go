// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package release

import (
	"videoguida/static/metrics"
	"videoguida/static/metrics/declared"
)

// line is a breakdown: a total and the words it is counted by.
type line struct {
	total metrics.Key
	by    string // "value", or the dimension's name
	words []string
}

// byValue is the name of the breakdown by a metric's own values.
const byValue = "value"

// part returns the counter of one word.
func (l line) part(word string) metrics.Key {
	k := l.total
	if l.by == byValue {
		k.Value = word
		return k
	}
	k.D1, k.D2 = l.by, word
	return k
}

// grown is the name under which the growth of a total since the line's last
// release is carried: no counter has a dimension without a word.
func (l line) grown() metrics.Key {
	k := l.total
	k.D1 = l.by
	return k
}

// Total returns the counter of a metric's sum in a campaign.
func Total(campaign, metric string) metrics.Key {
	return metrics.Key{Campaign: campaign, Metric: metric}
}

// Names returns the metrics that are released, the manifests' first.
func Names() []string {
	names := []string{metrics.Issued, metrics.Sent}
	for _, m := range declared.Metrics {
		names = append(names, m.Name)
	}
	return names
}

// lines returns the breakdowns of a metric in a campaign, the outer ones first:
// by its values, and of the whole or of each value by its dimensions.
func lines(campaign, metric string) []line {
	top := Total(campaign, metric)
	m, ok := declared.Find(metric)
	if !ok { // a manifest's
		return []line{{top, string(declared.ByChannel), declared.Channels}}
	}
	if len(m.Args) == 0 {
		return dimensions(nil, top, m)
	}
	all := []line{{top, byValue, m.Args[0].Values}}
	for _, v := range m.Args[0].Values {
		k := top
		k.Value = v
		all = dimensions(all, k, m)
	}
	return all
}

func dimensions(to []line, total metrics.Key, m declared.Metric) []line {
	if len(m.Args) == 2 {
		to = append(to, line{total, m.Args[1].Name, m.Args[1].Values})
	}
	for _, d := range m.By {
		words := declared.Channels
		if d == declared.ByVariant {
			words = declared.Variants
		}
		to = append(to, line{total, string(d), words})
	}
	return to
}
