// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/VictoriaMetrics/metrics"
)

// meters are what operators watch. Clients, routes, guides and channels are
// few and known; nothing else is a label.
type meters struct {
	set     *metrics.Set
	reloads struct{ done, failed *metrics.Counter }
	unaudited,
	panics *metrics.Counter
}

func newMeters(s *Service) *meters {
	m := &meters{set: metrics.NewSet()}
	m.reloads.done = m.set.NewCounter(`tokengen_reloads_total{outcome="done"}`)
	m.reloads.failed = m.set.NewCounter(`tokengen_reloads_total{outcome="failed"}`)
	m.unaudited = m.set.NewCounter(`tokengen_audit_failures_total`)
	m.panics = m.set.NewCounter(`tokengen_panics_total`)
	m.set.NewGauge(`tokengen_requests_under_way`, func() float64 { return float64(len(s.busy)) })
	m.set.NewGauge(`tokengen_draining`, func() float64 {
		if s.draining.Load() {
			return 1
		}
		return 0
	})
	return m
}

// issued counts tokens, rejected letters.
func (m *meters) issued(guide, channel string) {
	m.set.GetOrCreateCounter(fmt.Sprintf(`tokengen_tokens_total{guide=%q,channel=%q}`, guide, channel)).Inc()
}

func (m *meters) rejected(client string) {
	m.set.GetOrCreateCounter(fmt.Sprintf(`tokengen_letters_rejected_total{client=%q}`, client)).Inc()
}

// answered counts a request and how long it took.
func (m *meters) answered(route string, status int, took time.Duration) {
	m.set.GetOrCreateCounter(fmt.Sprintf(`tokengen_requests_total{route=%q,status=%q}`, route, strconv.Itoa(status))).Inc()
	m.set.GetOrCreatePrometheusHistogramExt(fmt.Sprintf(`tokengen_request_seconds{route=%q}`, route),
		[]float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5, 30}).Update(took.Seconds())
}

// seen is an answer whose status is remembered.
type seen struct {
	http.ResponseWriter
	status int
}

// WriteHeader implements http.ResponseWriter.
func (s *seen) WriteHeader(status int) {
	if s.status == 0 {
		s.status = status
	}
	s.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (s *seen) Write(b []byte) (int, error) {
	if s.status == 0 {
		s.status = http.StatusOK
	}
	return s.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (s *seen) Unwrap() http.ResponseWriter { return s.ResponseWriter }

// watch counts a route's requests and survives its panics: what panicked may
// hold a letter, so only the place is told.
func (s *Service) watch(route string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began, answer := time.Now(), &seen{ResponseWriter: w}
		defer func() {
			if recover() != nil {
				s.meters.panics.Inc()
				s.Log.Error("a request panicked", "route", route)
				if answer.status == 0 {
					problem{Status: http.StatusInternalServerError, Code: "internal", Detail: "tell whoever operates the service"}.write(answer)
				}
			}
			s.meters.answered(route, answer.status, time.Since(began))
		}()
		if s.draining.Load() {
			w.Header().Set("Connection", "close")
		}
		next.ServeHTTP(answer, r)
	})
}
