// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package dashboard shows the institute's staff how the guide is made, reached
// and used: pages, files, live figures and /metrics, from what package release
// published and from nothing else.
//
// Pages are written on the server and need no script: charts are SVG, each with
// its table. It is served on a listener of its own, to whom [Access] lets in.
// Its words are those of a count of openings, "aperture" and "avvii": whoever
// opens a letter twice is counted twice, and nobody is recognised.
package dashboard

import (
	"context"
	"time"

	"videoguida/static/metrics"
	"videoguida/static/metrics/crm"
	"videoguida/static/metrics/sqlstore"
)

// Source is where figures come from: all of them published, but for the sums of
// the institute's own contact system.
type Source interface {
	Published(ctx context.Context) ([]sqlstore.Span, error)
	Released(ctx context.Context, campaign string, from, to time.Time) ([]metrics.Count, error)
	Series(ctx context.Context, campaign string, from, to time.Time) ([]sqlstore.Point, error)
	Contacts(ctx context.Context) ([]crm.Row, error)
	AddContacts(ctx context.Context, rows []crm.Row) error
	AddRun(ctx context.Context, at time.Time, r metrics.Run) error
}

// report is what was published of a campaign in a period.
type report struct {
	campaign string
	from, to time.Time // closed days of Rome
	now      time.Time
	figures  figures
	live     figures          // of the whole campaign, quarters of an hour included
	series   []sqlstore.Point // of the whole campaign
}

// figures are published counts. What is not there is under ten, or not
// published yet.
type figures map[metrics.Key]int64

func (f figures) total(metric string) int64 { return f[metrics.Key{Metric: metric}] }

func (f figures) value(metric, value string) int64 {
	return f[metrics.Key{Metric: metric, Value: value}]
}

func (f figures) by(metric, dim, word string) int64 {
	return f[metrics.Key{Metric: metric, D1: dim, D2: word}]
}

func collect(all []metrics.Count) figures {
	f := figures{}
	for _, c := range all {
		c.Campaign = ""
		f[c.Key] += c.N
	}
	return f
}

// period is a choice of days.
type period struct {
	ID   string
	Name string
	days int // 0: all
}

var periods = []period{{"tutto", "Tutta la campagna", 0}, {"30", "Ultimi 30 giorni", 30}, {"7", "Ultimi 7 giorni", 7}}

// read gathers a campaign's report. Days that are not over are left out, but
// for the live totals.
func (s *Server) read(ctx context.Context, span sqlstore.Span, p period) (r report, err error) {
	now := s.Now()
	r = report{campaign: span.Campaign, now: now, to: metrics.Midnight(now), from: metrics.Midnight(span.First)}
	if first := metrics.Midnight(now.AddDate(0, 0, -p.days)); p.days > 0 && first.After(r.from) {
		r.from = first
	}
	closed, err := s.Source.Released(ctx, span.Campaign, r.from, r.to)
	if err != nil {
		return r, err
	}
	live, err := s.Source.Released(ctx, span.Campaign, time.Time{}, now)
	if err != nil {
		return r, err
	}
	r.figures, r.live = collect(closed), collect(live)
	r.series, err = s.Source.Series(ctx, span.Campaign, time.Time{}, now)
	return r, err
}
