// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"videoguida/static/metrics"
	"videoguida/static/metrics/declared"
)

// prometheus writes the live figures of the latest campaigns and whether the
// counting works, in Prometheus' text format. They are gauges: a figure is what
// was published, in steps of a quarter of an hour.
func (s *Server) prometheus(w http.ResponseWriter, r *http.Request) {
	spans, err := s.Source.Published(r.Context())
	if err != nil {
		s.fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	up := 1
	if s.Health() != nil {
		up = 0
	}
	fmt.Fprintf(w, "# HELP videoguida_counting Whether counts are taken and released.\n# TYPE videoguida_counting gauge\nvideoguida_counting %d\n", up)
	due, _ := declared.Overdue(metrics.Local(s.Now()).Format(time.DateOnly))
	fmt.Fprintf(w, "# HELP videoguida_reviews_overdue Metrics whose review is overdue; they are still counted.\n# TYPE videoguida_reviews_overdue gauge\nvideoguida_reviews_overdue %d\n", len(due))
	s.answers(w)
	fmt.Fprint(w, "# HELP videoguida_published Published figures: multiples of 5, at least 10, by closed quarters of an hour.\n# TYPE videoguida_published gauge\n")
	var last time.Time
	for _, span := range spans[:min(20, len(spans))] {
		all, err := s.Source.Released(r.Context(), span.Campaign, time.Time{}, s.Now())
		if err != nil {
			return
		}
		f := collect(all)
		for _, name := range []string{"issued", "sent", "open", "start", "error"} {
			if n := f.total(name); n > 0 {
				fmt.Fprintf(w, "videoguida_published{campaign=\"%s\",metric=\"%s\"} %d\n", label(span.Campaign), name, n)
			}
		}
		if span.Last.After(last) {
			last = span.Last
		}
	}
	fmt.Fprint(w, "# HELP videoguida_last_published_seconds Start of the last published step, Unix time.\n# TYPE videoguida_last_published_seconds gauge\n")
	if !last.IsZero() {
		fmt.Fprintf(w, "videoguida_last_published_seconds %d\n", last.Unix())
	}
}

// answers writes how batches were answered since the start.
func (s *Server) answers(w io.Writer) {
	if s.Answers == nil {
		return
	}
	fmt.Fprint(w, "# HELP videoguida_answers Batches since the start by answer: multiples of 5, by closed quarters of an hour.\n# TYPE videoguida_answers gauge\n")
	all := s.Answers()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(w, "videoguida_answers{result=\"%s\"} %d\n", name, all[name])
	}
}

// label escapes a label's value.
func label(s string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s)
}
