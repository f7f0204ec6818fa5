// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"videoguida/static/metrics/declared"
)

// Path is where batches are posted.
const Path = "/m"

// RefusedHeader says why a batch was not taken.
const RefusedHeader = "Videoguida-Refused"

// Handler answers POST /m: 204 when the batch is on the disk, 4xx when it can
// never be, 503 when it may be sent again. It keeps nothing of a request.
type Handler struct {
	Gather *Gather
	Clock  *Clock
	Flood  *Flood
	Sender Sender
	// Answers counts what was answered since the start.
	Answers Answers

	campaigns atomic.Pointer[[]string]
	began     time.Time
}

// Answers counts answers by what they were.
type Answers struct {
	Taken, Refused, Flooded, Failed atomic.Int64
}

// NewHandler returns a handler that knows the campaigns.
func NewHandler(g *Gather, c *Clock, campaigns []string) *Handler {
	h := &Handler{Gather: g, Clock: c, Flood: NewFlood(), began: time.Now()}
	h.Know(campaigns)
	return h
}

// Know replaces the announced campaigns.
func (h *Handler) Know(campaigns []string) { h.campaigns.Store(&campaigns) }

// problem is an answer other than 204.
type problem struct {
	status int
	why    string
}

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if p := h.answer(w, r); p != nil {
		h.count(p.status)
		w.Header().Set(RefusedHeader, p.why)
		if p.status == http.StatusTooManyRequests || p.status == http.StatusServiceUnavailable {
			w.Header().Set("Retry-After", "30")
		}
		w.WriteHeader(p.status)
		return
	}
	h.Answers.Taken.Add(1)
	w.WriteHeader(http.StatusNoContent)
}

func (h *Handler) count(status int) {
	switch status {
	case http.StatusTooManyRequests:
		h.Answers.Flooded.Add(1)
	case http.StatusServiceUnavailable:
		h.Answers.Failed.Add(1)
	default:
		h.Answers.Refused.Add(1)
	}
}

func (h *Handler) answer(w http.ResponseWriter, r *http.Request) *problem {
	if p := form(w, r); p != nil {
		return p
	}
	addr := h.Sender.Addr(r.RemoteAddr, hops(r.Header))
	if !h.Flood.Allow(addr, time.Since(h.began)) {
		return &problem{http.StatusTooManyRequests, "too many batches"}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, declared.MaxBytes))
	if err != nil {
		return unreadable(err)
	}
	now := h.Clock.Now()
	b, err := Parse(body)
	if err != nil {
		return &problem{http.StatusBadRequest, err.Error()}
	}
	h.settle(b, now)
	return h.add(r.Context(), b)
}

// form checks what a request looks like before its body is read.
func form(w http.ResponseWriter, r *http.Request) *problem {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", http.MethodPost)
		return &problem{http.StatusMethodNotAllowed, "only POST"}
	case r.URL.RawQuery != "":
		return &problem{http.StatusBadRequest, "a query"}
	case err != nil || media != "text/plain":
		return &problem{http.StatusUnsupportedMediaType, "not text/plain"}
	case r.Header.Get("Content-Encoding") != "":
		return &problem{http.StatusUnsupportedMediaType, "compressed"}
	case !sameOrigin(r):
		return &problem{http.StatusForbidden, "another origin"}
	case r.ContentLength > declared.MaxBytes:
		return &problem{http.StatusRequestEntityTooLarge, "more than 8 KB"}
	}
	return nil
}

// sameOrigin reports whether no other page sent it: a browser tells. Ports are
// not compared, since a proxy in front may have another.
func sameOrigin(r *http.Request) bool {
	if s := r.Header.Get("Sec-Fetch-Site"); s != "" && s != "same-origin" {
		return false
	}
	origins := r.Header.Values("Origin")
	if len(origins) == 0 {
		return true
	}
	u, err := url.Parse(origins[0])
	own := url.URL{Host: r.Host}
	return err == nil && len(origins) == 1 && u.Host != "" && strings.EqualFold(u.Hostname(), own.Hostname())
}

// hops returns the addresses of X-Forwarded-For, the nearest last.
func hops(h http.Header) (all []string) {
	for _, line := range h.Values("X-Forwarded-For") {
		for hop := range strings.SplitSeq(line, ",") {
			all = append(all, strings.TrimSpace(hop))
		}
	}
	return all
}

func unreadable(err error) *problem {
	if errors.As(err, new(*http.MaxBytesError)) {
		return &problem{http.StatusRequestEntityTooLarge, "more than 8 KB"}
	}
	return &problem{http.StatusBadRequest, "the body broke off"}
}

// settle counts a batch of a campaign that nobody announced, and that is no
// quarter of the calendar around now, as one of no campaign: nothing is lost
// when a manifest comes late, and nobody can invent counters.
func (h *Handler) settle(b Batch, now time.Time) {
	if len(b.Counts) == 0 {
		return // everything in it has expired
	}
	name := b.Counts[0].Campaign
	if slices.Contains(*h.campaigns.Load(), name) || quarterAround(name, now.Year()) {
		return
	}
	for i := range b.Counts {
		b.Counts[i].Campaign = declared.NoCampaign
	}
}

// quarterAround reports whether name is a quarter, "2026q4", of the year or of
// the one before or after.
func quarterAround(name string, year int) bool {
	y, q, ok := strings.Cut(name, "q")
	n, err := strconv.Atoi(y)
	return ok && err == nil && n >= year-1 && n <= year+1 && strconv.Itoa(n) == y && len(q) == 1 && q >= "1" && q <= "4"
}

// add waits until the batch is on the disk. The wait outlives a sender who
// leaves at once, as beacons do.
func (h *Handler) add(ctx context.Context, b Batch) *problem {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 12*time.Second)
	defer cancel()
	if err := h.Gather.Add(ctx, b); err != nil {
		return &problem{http.StatusServiceUnavailable, "not stored, send it again"}
	}
	return nil
}
