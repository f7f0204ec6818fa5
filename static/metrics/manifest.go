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

// FromManifest returns what a manifest adds to the counters, and the campaigns
// that it announces. Its nonce is the run's name: a run that was made twice is
// imported once. A channel that the pages do not know (an SMS carries no link)
// adds to the sum alone.
func FromManifest(m manifest.Manifest) (b Batch, campaigns []string) {
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
	b.Nonce = strings.Join([]string{"manifest", m.MadeBy, m.Batch, m.Shard}, ":")
	for _, k := range slices.SortedFunc(maps.Keys(sums), Compare) {
		b.Counts = append(b.Counts, Count{k, sums[k]})
	}
	return b, slices.Sorted(maps.Keys(names))
}

// CampaignOf returns the name under which pages count a letter's campaign.
func CampaignOf(camp string) string {
	if name := strings.ToLower(camp); declared.Campaign(name) {
		return name
	}
	return declared.NoCampaign
}
