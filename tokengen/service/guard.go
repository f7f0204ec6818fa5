// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"net/http"
	"strings"
	"time"
)

// handler answers a client that was let in.
type handler func(w http.ResponseWriter, r *http.Request, c *client)

// guard lets a request in when its client is known, within its rate, and there
// is room.
func (s *Service) guard(next handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// Whoever is turned away sends no body for long.
		http.NewResponseController(w).SetReadDeadline(time.Now().Add(s.RowTime))
		c := s.who(r)
		if c == nil {
			w.Header().Set("WWW-Authenticate", `Bearer realm="tokengen"`)
			problem{Status: http.StatusUnauthorized, Code: "unauthorized", Detail: "show a bearer token or a certificate of a known client"}.write(w)
			return
		}
		if wait := c.wait(s.Now()); wait > 0 {
			problem{Status: http.StatusTooManyRequests, Code: "rate", Detail: "this client asks too often", Wait: wait}.write(w)
			return
		}
		select {
		case s.busy <- struct{}{}:
			defer func() { <-s.busy }()
			next(w, r, c)
		default:
			problem{Status: http.StatusServiceUnavailable, Code: "busy", Detail: "too many requests are under way", Wait: time.Second}.write(w)
		}
	})
}

// who finds the client: by its certificate, which TLS has verified, or by its
// bearer token.
func (s *Service) who(r *http.Request) *client {
	known := s.clients.Load()
	if r.TLS != nil && len(r.TLS.VerifiedChains) > 0 {
		if c := known.byCert(r.TLS.VerifiedChains[0][0]); c != nil {
			return c
		}
	}
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") || token == "" {
		return nil
	}
	return known.byBearer(token)
}

// wait is how long a client must wait before its next request; 0 takes the
// request.
func (c *client) wait(now time.Time) time.Duration {
	r := c.rate.ReserveN(now, 1)
	wait := r.DelayFrom(now)
	if wait > 0 {
		r.CancelAt(now)
	}
	return wait
}
