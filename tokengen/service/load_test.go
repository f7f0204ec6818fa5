// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// sixteen runs work on sixteen connections until it returns false.
func sixteen(work func(c *http.Client, n int) bool) {
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			transport := &http.Transport{MaxConnsPerHost: 1}
			defer transport.CloseIdleConnections()
			for n := 0; work(&http.Client{Transport: transport}, n); n++ {
			}
		})
	}
	wg.Wait()
}

// TestLoad: sixteen connections at once, every letter answered with its own
// token, every answer in the audit.
func TestLoad(t *testing.T) {
	r := start(t, nil)
	each := 30
	if os.Getenv("FULL") != "" {
		each = 300
	}
	var seen sync.Map
	var wrong atomic.Int64
	began := time.Now()
	var number atomic.Int64
	sixteen(func(c *http.Client, n int) bool {
		if n == each {
			return false
		}
		id := fmt.Sprintf("L-%d", number.Add(1))
		answer, err := c.Do(r.request("POST", "/v1/tokens", "application/json", strings.Replace(naspiRow, "L-0001", id, 1)))
		if err != nil {
			wrong.Add(1)
			return false
		}
		defer answer.Body.Close()
		var got issued
		err = json.NewDecoder(answer.Body).Decode(&got)
		if err != nil || answer.StatusCode != 201 || got.Letter != id {
			wrong.Add(1)
			return true
		}
		if _, twice := seen.LoadOrStore(got.Tokens[0].Jti, true); twice {
			wrong.Add(1)
		}
		return true
	})
	took := time.Since(began)
	t.Logf("%d letters on 16 connections: %.0f a second", 16*each, float64(16*each)/took.Seconds())
	if n := len(r.audit.entries(t)); wrong.Load() > 0 || n != 16*each {
		t.Errorf("%d wrong answers, %d lines in the audit", wrong.Load(), n)
	}
}

// TestDrain: the service ends under load. Every request that it took was
// answered, every answer is in the audit, and a batch ends with a receipt.
func TestDrain(t *testing.T) {
	r := startDraining(t, nil, Drain{Notice: 500 * time.Millisecond, Whole: 5 * time.Second})
	batch := make(chan receipt, 1)
	go func() { batch <- r.slowBatch() }()
	var answered, cut atomic.Int64
	time.AfterFunc(300*time.Millisecond, func() { r.end() })
	sixteen(func(c *http.Client, _ int) bool {
		answer, err := c.Do(r.request("POST", "/v1/tokens", "application/json", naspiRow))
		if err != nil {
			// A connection refused, or closed before a byte of an answer, is a request not taken.
			return false
		}
		defer answer.Body.Close()
		var got issued
		if err := json.NewDecoder(answer.Body).Decode(&got); err != nil || answer.StatusCode != 201 || len(got.Tokens) != 1 {
			cut.Add(1)
			return true
		}
		answered.Add(1)
		return true
	})
	if err := r.end(); err != nil {
		t.Error(err)
	}
	last := <-batch
	if last.Done || last.Problem == nil || !strings.HasSuffix(last.Problem.Type, ":draining") || last.Rows == 0 {
		t.Errorf("the batch ended with %+v", last)
	}
	audited := 0
	for _, e := range r.audit.entries(t) {
		switch {
		case e.Route == "/v1/tokens":
			audited += e.Issued
		case e.Outcome == "broken-off" && e.Issued != last.Issued:
			t.Errorf("the batch's receipt says %d, the audit %d", last.Issued, e.Issued)
		}
	}
	t.Logf("%d letters answered before the end", answered.Load())
	if answered.Load() < 10 || cut.Load() > 0 || int64(audited) != answered.Load() {
		t.Errorf("%d answered, %d cut off, %d in the audit", answered.Load(), cut.Load(), audited)
	}
	if _, err := net.DialTimeout("tcp", strings.TrimPrefix(r.url, "http://"), time.Second); err == nil {
		t.Error("the port still takes connections")
	}
}

// slowBatch sends a letter every 50 ms until its answer ends, and returns the
// receipt.
func (r *running) slowBatch() (last receipt) {
	body, pen := io.Pipe()
	q := r.request("POST", "/v1/batches", "application/x-ndjson", "")
	q.Body, q.ContentLength = body, -1
	go func() {
		for n := 0; ; n++ {
			if _, err := io.WriteString(pen, strings.Replace(naspiRow, "L-0001", fmt.Sprintf("B-%d", n), 1)+"\n"); err != nil {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
	}()
	defer pen.Close()
	answer, err := http.DefaultClient.Do(q)
	if err != nil {
		return receipt{}
	}
	defer answer.Body.Close()
	text, _ := io.ReadAll(answer.Body)
	all := strings.Split(strings.TrimSpace(string(text)), "\n")
	json.Unmarshal([]byte(all[len(all)-1]), &last)
	return last
}

// authority signs certificates for a test.
type authority struct {
	t    *testing.T
	dir  string
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t *testing.T, name string) *authority {
	a := &authority{t: t, dir: t.TempDir()}
	a.cert, a.key = a.issue(name, func(c *x509.Certificate) {
		c.IsCA, c.BasicConstraintsValid, c.KeyUsage = true, true, x509.KeyUsageCertSign
	})
	return a
}

// issue writes NAME.pem and NAME-key.pem, signed by the authority, or by itself
// when there is none yet.
func (a *authority) issue(name string, change func(c *x509.Certificate)) (*x509.Certificate, *ecdsa.PrivateKey) {
	a.t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		a.t.Fatal(err)
	}
	c := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	change(c)
	parent, by := a.cert, a.key
	if parent == nil {
		parent, by = c, key
	}
	der, err := x509.CreateCertificate(rand.Reader, c, parent, &key.PublicKey, by)
	if err != nil {
		a.t.Fatal(err)
	}
	private, _ := x509.MarshalPKCS8PrivateKey(key)
	r := running{t: a.t, dir: a.dir}
	r.write(name+".pem", string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})))
	r.write(name+"-key.pem", string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private})))
	cert, _ := x509.ParseCertificate(der)
	return cert, key
}

func (a *authority) path(name string) string { return filepath.Join(a.dir, name+".pem") }

// TestMutualTLS: without a certificate of the right authority nobody gets past
// the handshake; with one, only who is in the file of clients signs.
func TestMutualTLS(t *testing.T) {
	a, stranger := newAuthority(t, "ca"), newAuthority(t, "ca")
	server := func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth} }
	user := func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth} }
	a.issue("server", server)
	for _, name := range []string{"crm.example", "other.example"} {
		a.issue(name, user)
		stranger.issue(name, user)
	}
	a.issue("old.example", func(c *x509.Certificate) { user(c); c.NotAfter = time.Now().Add(-time.Minute) })
	r := start(t, nil)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	secure, err := TLS{Cert: a.path("server"), Key: a.path("server-key"), ClientCA: a.path("ca")}.Listen(l)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- r.Serve(ctx, secure, Drain{Whole: 5 * time.Second}) }()
	defer func() { cancel(); <-done }()
	tests := []struct {
		name   string
		by     *authority
		cert   string
		status int // 0: no handshake
	}{
		{"no certificate", nil, "", 0},
		{"another authority's", stranger, "crm.example", 0},
		{"an old one", a, "old.example", 0},
		{"a known client's", a, "crm.example", 201},
		{"an unknown client's", a, "other.example", 401},
	}
	for _, tt := range tests {
		config := &tls.Config{RootCAs: x509.NewCertPool()}
		config.RootCAs.AddCert(a.cert)
		if tt.by != nil {
			pair, err := tls.LoadX509KeyPair(tt.by.path(tt.cert), tt.by.path(tt.cert+"-key"))
			if err != nil {
				t.Fatal(err)
			}
			// The certificate is shown even to a server that did not ask for its authority.
			config.GetClientCertificate = func(*tls.CertificateRequestInfo) (*tls.Certificate, error) { return &pair, nil }
		}
		transport := &http.Transport{TLSClientConfig: config, ForceAttemptHTTP2: true}
		q := r.request("POST", "/v1/tokens", "application/json", naspiRow)
		q.Header.Del("Authorization")
		q.URL.Scheme, q.URL.Host = "https", l.Addr().String()
		answer, err := (&http.Client{Transport: transport}).Do(q)
		status := 0
		if err == nil {
			status = answer.StatusCode
			answer.Body.Close()
		}
		transport.CloseIdleConnections()
		if status != tt.status {
			t.Errorf("%s: %d, want %d; %v", tt.name, status, tt.status, err)
		}
	}
}
