// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"videoguida/static/metrics"
)

// row is a published figure of an export.
type row struct {
	Metric string `json:"metric"`
	Value  string `json:"value,omitempty"`
	By     string `json:"by,omitempty"`
	Word   string `json:"word,omitempty"`
	N      int64  `json:"n"`
}

// rows are a report's published figures in order.
func (r report) rows() (all []row) {
	for k, n := range r.figures {
		all = append(all, row{k.Metric, k.Value, k.D1, k.D2, n})
	}
	key := func(r row) metrics.Key { return metrics.Key{Metric: r.Metric, Value: r.Value, D1: r.By, D2: r.Word} }
	slices.SortFunc(all, func(a, b row) int { return metrics.Compare(key(a), key(b)) })
	return all
}

// cell keeps a spreadsheet from taking a word for a formula.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func (s *Server) csv(w http.ResponseWriter, r *http.Request) {
	rep, _, err := s.report(r)
	if err != nil {
		s.fail(w, err)
		return
	}
	attach(w, "text/csv; charset=utf-8", "videoguida.csv")
	c := csv.NewWriter(w)
	c.Write([]string{"campaign", "from", "to", "metric", "value", "by", "word", "n"})
	for _, x := range rep.rows() {
		line := []string{rep.campaign, day(rep.from), day(rep.to.Add(-time.Hour)), x.Metric, x.Value, x.By, x.Word, strconv.FormatInt(x.N, 10)}
		for i := range line {
			line[i] = cell(line[i])
		}
		c.Write(line)
	}
	c.Flush()
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return metrics.Local(t).Format(time.DateOnly)
}

func (s *Server) json(w http.ResponseWriter, r *http.Request) {
	rep, _, err := s.report(r)
	if err != nil {
		s.fail(w, err)
		return
	}
	attach(w, "application/json", "videoguida.json")
	json.NewEncoder(w).Encode(map[string]any{
		"campaign": rep.campaign, "from": day(rep.from), "to": day(rep.to.Add(-time.Hour)),
		"note": "Multiples of 5; what is not here is under 10 or not published yet.", "figures": rep.rows(),
	})
}

func attach(w http.ResponseWriter, media, name string) {
	w.Header().Set("Content-Type", media)
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
}
