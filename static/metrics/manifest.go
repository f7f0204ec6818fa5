// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import (
	"maps"
	"slices"
	"strings"

	"videoguida/static/metrics/declared"
	"videoguida/tokengen/manifest"
)

// Metrics that no browser sends: a manifest of tokengen brings them.
const (
	Issued = "issued" // links made, by tokengen batch
	Sent   = "sent"   // messages handed to a channel, by tokengen notify
)

// Run is what a run of tokengen adds to the counters. A run that was made
// twice, or went on later, has the same id and the sum of both.
type Run struct {
	ID        string // made by, batch and shard
	Campaigns []string
	Counts    []Count
}

// FromManifest returns the run that a manifest accounts for. A channel that the
// pages do not know (an SMS carries no link) adds to the sum alone.
func FromManifest(m manifest.Manifest) Run {
	metric := Issued
	if m.MadeBy != "batch" {
		metric = Sent
	}
	sums, names := map[Key]int64{}, map[string]bool{}
	for _, c := range m.Counts {
		k := Key{Campaign: CampaignOf(c.Camp), Metric: metric}
		names[k.Campaign] = true
		sums[k] += int64(c.Tokens)
		if slices.Contains(declared.Channels, c.Channel) {
			k.D1, k.D2 = string(declared.ByChannel), c.Channel
			sums[k] += int64(c.Tokens)
		}
	}
	r := Run{ID: strings.Join([]string{m.MadeBy, m.Batch, m.Shard}, " "), Campaigns: slices.Sorted(maps.Keys(names))}
	for _, k := range slices.SortedFunc(maps.Keys(sums), Compare) {
		r.Counts = append(r.Counts, Count{k, sums[k]})
	}
	return r
}

// CampaignOf returns the name under which pages count a letter's campaign.
func CampaignOf(camp string) string {
	if name := strings.ToLower(camp); declared.Campaign(name) {
		return name
	}
	return declared.NoCampaign
}
