// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package service signs letters over HTTP for the systems of the institute.
//
//	POST /v1/tokens               one letter in, its tokens out
//	POST /v1/batches              JSON lines in, JSON lines out, as they come
//	GET  /.well-known/jwks.json   the public keys
//	GET  /openapi.json            the description of all this, OpenAPI 3.1
//	GET  /healthz, /metrics       for whoever operates it
//
// A letter is a row as package rows reads it. Who may ask is in a file of
// clients: each shows a certificate or a bearer token and has a rate of its
// own. Every request that is let in has a line in the audit before its answer
// leaves; the line says who, when, how many and under which key, never whose letter.
// Errors are problems (RFC 9457) that name fields, never values.
//
// The same letter of the same batch gets the same token each time, as long as
// the key signs, so a request whose answer was lost can be sent again.
package service

import (
	"context"
	_ "embed"
	"io"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"videoguida/tokengen/keyring"
	"videoguida/tokengen/sign"
)

// Limits of what is read.
const (
	MaxRow   = 64 << 10         // bytes of one letter
	MaxBatch = 64 << 20         // bytes of a batch
	MaxRows  = 100_000          // letters of a batch
	RowTime  = 10 * time.Second // to send one letter, and to take its answer
	MaxBusy  = 256              // requests under way
)

// Config is what a service needs.
type Config struct {
	Base    string           // the guide's address, https://…/
	Key     string           // the folder of the keys, or a key file
	Clients string           // the file of clients
	Audit   io.Writer        // a line per request
	Log     *slog.Logger     // what operators should know
	Now     func() time.Time // the time, for tests; nil: the clock
	RowTime time.Duration    // for tests; 0: RowTime
}

// Service is a signing service. It is safe for concurrent use.
type Service struct {
	Config
	keys     atomic.Pointer[keys]
	clients  atomic.Pointer[clients]
	audit    *audit
	meters   *meters
	busy     chan struct{}
	draining atomic.Bool
	stopping context.Context // over when batches must come to an end
	stop     context.CancelFunc
}

// keys are what signs and what is published, as they were at a moment.
type keys struct {
	signer keyring.Signer
	ids    []byte // the secret of the letters' ids
	jwks   []byte
	at     time.Time
}

// New opens the keys and the clients.
func New(c Config) (*Service, error) {
	if c.RowTime == 0 {
		c.RowTime = RowTime
	}
	s := &Service{Config: c, audit: &audit{out: c.Audit}, busy: make(chan struct{}, MaxBusy)}
	s.stopping, s.stop = context.WithCancel(context.Background())
	s.meters = newMeters(s)
	return s, s.Reload()
}

// Reload reads keys and clients again. When one of them cannot be used, both
// stay as they were.
func (s *Service) Reload() error {
	k, err := s.openKeys()
	if err != nil {
		return err
	}
	c, err := loadClients(s.Clients)
	if err != nil {
		return err
	}
	c.keepRates(s.clients.Load())
	s.keys.Store(k)
	s.clients.Store(c)
	return nil
}

func (s *Service) openKeys() (*keys, error) {
	now := s.Now()
	signer, err := keyring.Open(s.Key, now)
	if err != nil {
		return nil, err
	}
	if old := s.keys.Load(); old != nil && old.signer.Kid == signer.Kid {
		signer = old.signer // what signs for it may be running
	}
	set, err := keyring.Published(s.Key, now)
	if err != nil {
		return nil, err
	}
	ids, err := sign.JtiKey(signer)
	return &keys{signer, ids, sign.JWKS(set...), now}, err
}

// keyAge is how old keys may be: a next key begins to sign by the clock.
const keyAge = time.Minute

// key returns the keys of now. When they cannot be read again, the service goes
// on with those it has and says so.
func (s *Service) key() *keys {
	k := s.keys.Load()
	if s.Now().Sub(k.at) < keyAge {
		return k
	}
	fresh, err := s.openKeys()
	if err != nil {
		s.meters.reloads.failed.Inc()
		s.Log.Error("keys not read again, the old ones go on", "error", err)
		kept := *k
		kept.at = s.Now()
		fresh = &kept
	}
	s.keys.Store(fresh)
	return fresh
}

// Document is the description of the service, OpenAPI 3.1.
//
//go:embed openapi.json
var Document []byte

// Handler answers requests.
func (s *Service) Handler() http.Handler {
	mux := http.NewServeMux()
	route := func(method, path string, h http.Handler) {
		mux.Handle(method+" "+path, s.watch(path, h))
		mux.Handle(path, s.watch(path, otherMethod(method)))
	}
	route("POST", "/v1/tokens", s.guard(s.tokens))
	route("POST", "/v1/batches", s.guard(s.batches))
	route("GET", "/.well-known/jwks.json", http.HandlerFunc(s.jwks))
	route("GET", "/openapi.json", fixed("application/json", Document))
	s.ops(route)
	mux.Handle("/", s.watch("other", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		problem{Status: http.StatusNotFound, Code: "not-found", Detail: "GET /openapi.json lists what there is"}.write(w)
	})))
	return mux
}

// ops are the routes for whoever operates the service.
func (s *Service) ops(route func(method, path string, h http.Handler)) {
	route("GET", "/healthz", http.HandlerFunc(s.healthz))
	route("GET", "/metrics", http.HandlerFunc(s.metrics))
}

// Ops answers the routes for operators alone, for a listener of their own: a
// probe has no certificate.
func (s *Service) Ops() http.Handler {
	mux := http.NewServeMux()
	s.ops(func(method, path string, h http.Handler) { mux.Handle(method+" "+path, h) })
	return mux
}

func otherMethod(allowed string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Allow", allowed)
		problem{Status: http.StatusMethodNotAllowed, Code: "method", Detail: "this path takes " + allowed}.write(w)
	})
}

func fixed(media string, body []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", media)
		w.Write(body)
	})
}

func (s *Service) jwks(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/jwk-set+json")
	w.Header().Set("Cache-Control", "max-age=300")
	w.Write(s.key().jwks)
}

// healthz says whether new requests are welcome.
func (s *Service) healthz(w http.ResponseWriter, _ *http.Request) {
	if s.draining.Load() {
		problem{Status: http.StatusServiceUnavailable, Code: "draining", Detail: "this instance is about to end"}.write(w)
		return
	}
	fixed("application/json", []byte(`{"status":"ok"}`+"\n")).ServeHTTP(w, nil)
}

func (s *Service) metrics(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	s.meters.set.WritePrometheus(w)
}
