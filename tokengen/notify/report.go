// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"videoguida/tokengen/manifest"
	"videoguida/tokengen/whole"
)

// Report is the account of a run, notices.json in its folder. It is a manifest
// (see package manifest) whose counts tell more:
//
//	{
//	  "format": "videoguida-manifest/1",
//	  "made_by": "notify",
//	  "batch": "2026-11", "shard": "1/1", "issued": "2026-11-24",
//	  "rows": 1000, "rejected": 2, "letters": 998,
//	  "tokens": 940,                    // messages that were sent, all channels
//	  "counts": [{
//	    "camp": "2026-11", "channel": "email", "guide": "naspi",
//	    "tokens": 940,                  // sent: this begins the funnel
//	    "refused": 3,                   // never to be taken: no such address, not in App IO
//	    "failed": 1,                    // given up; the same command tries again
//	    "uncertain": 0,                 // may have arrived when the machine died
//	    "absent": 54,                   // the row has no such contact
//	    "ready": 0                      // a run without --send: would be sent
//	  }]
//	}
type Report struct {
	Format   string  `json:"format"`
	MadeBy   string  `json:"made_by"`
	Batch    string  `json:"batch"`
	Shard    string  `json:"shard"`
	Issued   string  `json:"issued"`
	Rows     int     `json:"rows"`
	Rejected int     `json:"rejected"`
	Letters  int     `json:"letters"`
	Tokens   int     `json:"tokens"`
	Counts   []Count `json:"counts"`
}

// Count is what came of a channel's messages.
type Count struct {
	manifest.Count
	Refused   int `json:"refused"`
	Failed    int `json:"failed"`
	Uncertain int `json:"uncertain"`
	Absent    int `json:"absent"`
	Ready     int `json:"ready"`
}

func newReport(c Config) Report {
	return Report{
		Format: manifest.Format, MadeBy: "notify", Batch: c.Batch, Shard: "1/1",
		Issued: c.Now().UTC().Format(time.DateOnly), Counts: []Count{},
	}
}

// add counts a message.
func (r *Report) add(camp, channel, guide string, s state) {
	i := slices.IndexFunc(r.Counts, func(c Count) bool { return c.Camp == camp && c.Channel == channel && c.Guide == guide })
	if i < 0 {
		i = len(r.Counts)
		r.Counts = append(r.Counts, Count{Count: manifest.Count{Camp: camp, Channel: channel, Guide: guide}})
	}
	c := &r.Counts[i]
	switch s {
	case sent:
		c.Tokens++
		r.Tokens++
	case refused:
		c.Refused++
	case failed:
		c.Failed++
	case uncertain:
		c.Uncertain++
	case absent:
		c.Absent++
	case ready:
		c.Ready++
	}
}

// write writes notices.json.
func (r *Report) write(dir string) error {
	slices.SortFunc(r.Counts, func(a, b Count) int {
		return strings.Compare(a.Camp+a.Channel+a.Guide, b.Camp+b.Channel+b.Guide)
	})
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return whole.Write(filepath.Join(dir, "notices.json"), append(data, '\n'), 0o600)
}
