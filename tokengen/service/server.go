// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"time"
)

// Drain says how a service ends. For Notice it goes on, tells load balancers that
// it is about to end and closes each connection with its next answer, so that
// none is closed while a request is on its way. Then no new connection is taken;
// after Whole, less two seconds, batches under way are brought to an end between
// two letters.
type Drain struct{ Notice, Whole time.Duration }

// farewell is what a batch has to end properly.
const farewell = 2 * time.Second

// Serve answers on l until ctx ends, then drains. Every request that was taken
// is answered.
func (s *Service) Serve(ctx context.Context, l net.Listener, d Drain) error {
	srv := &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       s.RowTime, // batches ask for more, letter by letter
		WriteTimeout:      2 * s.RowTime,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // its lines carry what clients sent
	}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	s.draining.Store(true)
	s.Log.Info("draining", "under_way", len(s.busy))
	time.Sleep(d.Notice)
	stop := time.AfterFunc(max(0, d.Whole-farewell), s.stop)
	defer stop.Stop()
	whole, cancel := context.WithTimeout(context.Background(), d.Whole)
	defer cancel()
	err := srv.Shutdown(whole)
	if err != nil {
		err = errors.Join(fmt.Errorf("%d requests were cut off: %w", len(s.busy), err), srv.Close())
	}
	if e := <-done; !errors.Is(e, http.ErrServerClosed) {
		return e
	}
	return err
}

// TLS is how clients reach a service over TLS 1.3.
type TLS struct {
	Cert, Key string // PEM files, read again for each connection when they changed
	ClientCA  string // PEM file: clients must show a certificate of it
}

// Listen wraps l in TLS. A client without a certificate is refused while they
// shake hands.
func (t TLS) Listen(l net.Listener) (net.Listener, error) {
	c := &tls.Config{MinVersion: tls.VersionTLS13, NextProtos: []string{"h2", "http/1.1"}}
	if _, err := tls.LoadX509KeyPair(t.Cert, t.Key); err != nil {
		return nil, err
	}
	c.GetCertificate = func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
		pair, err := tls.LoadX509KeyPair(t.Cert, t.Key)
		return &pair, err
	}
	if t.ClientCA != "" {
		data, err := os.ReadFile(t.ClientCA)
		if err != nil {
			return nil, err
		}
		c.ClientCAs = x509.NewCertPool()
		if !c.ClientCAs.AppendCertsFromPEM(data) {
			return nil, fmt.Errorf("%s holds no certificate", t.ClientCA)
		}
		c.ClientAuth = tls.RequireAndVerifyClientCert
	}
	return tls.NewListener(l, c), nil
}
