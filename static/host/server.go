// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"sync/atomic"
	"time"
)

// Limits of what one client may hold, and for how long.
const (
	headerTime = 5 * time.Second  // to send the head of a request
	bodyTime   = 10 * time.Second // to send all of a request
	answerTime = 5 * time.Minute  // to take all of an answer: 3 MB on a 2G line
	idleTime   = 2 * time.Minute  // between two requests
	stuckTime  = time.Minute      // in which a client takes nothing
	pingTime   = 30 * time.Second // HTTP/2: of silence after which we ask whether anybody is there
	pongTime   = 15 * time.Second // HTTP/2: to say so
	drainTime  = 8 * time.Second  // for running answers when the server ends
	headSize   = 16 << 10         // bytes of a request's head
	streams    = 100              // HTTP/2: requests at once on a connection
)

// Server serves a site under limits. The site and the certificate can be
// replaced while it serves: requests under way end with what they began with.
type Server struct {
	site atomic.Pointer[Site]
	cert atomic.Pointer[tls.Certificate]
}

// NewServer returns a server of site, by HTTPS when there is a certificate.
func NewServer(site *Site, cert *tls.Certificate) *Server {
	s := &Server{}
	s.Use(site, cert)
	return s
}

// Use replaces what is served. A server that began without a certificate
// ignores it.
func (s *Server) Use(site *Site, cert *tls.Certificate) {
	s.site.Store(site)
	s.cert.Store(cert)
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.site.Load().ServeHTTP(w, r) }

// Serve answers on l until ctx ends, then gives running answers eight seconds
// to finish and closes what is left. A slow client cannot hold a connection for
// ever. Nothing is logged about requests.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	srv := s.limited()
	done := make(chan error, 1)
	go func() { done <- s.run(srv, patient{l}) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	err := srv.Shutdown(stop)
	if err != nil {
		err = errors.Join(err, srv.Close())
	}
	if e := <-done; !errors.Is(e, http.ErrServerClosed) {
		return e
	}
	return err
}

func (s *Server) run(srv *http.Server, l net.Listener) error {
	if s.cert.Load() == nil {
		return srv.Serve(l)
	}
	return srv.ServeTLS(l, "", "")
}

// limited is the HTTP server with its limits.
func (s *Server) limited() *http.Server {
	return &http.Server{
		Handler:           s,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       bodyTime,
		WriteTimeout:      answerTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headSize,
		ErrorLog:          log.New(io.Discard, "", 0), // its lines carry addresses
		TLSConfig: &tls.Config{
			MinVersion:     tls.VersionTLS12,
			GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return s.cert.Load(), nil },
		},
		HTTP2: &http.HTTP2Config{
			MaxConcurrentStreams: streams, SendPingTimeout: pingTime, PingTimeout: pongTime,
		},
	}
}
