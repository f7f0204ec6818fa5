// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"bufio"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"math/big"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// drink stands for what takes the milestones: it reads the body to its end.
func drink(w http.ResponseWriter, r *http.Request) {
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

// pipe is a listener whose connections live in memory, so that a test's clock
// can be turned.
type pipe struct {
	calls chan net.Conn
	shut  chan struct{}
	once  sync.Once
}

func newPipe() *pipe { return &pipe{calls: make(chan net.Conn), shut: make(chan struct{})} }

// Accept implements net.Listener.
func (p *pipe) Accept() (net.Conn, error) {
	select {
	case c := <-p.calls:
		return c, nil
	case <-p.shut:
		return nil, net.ErrClosed
	}
}

// Close implements net.Listener.
func (p *pipe) Close() error {
	p.once.Do(func() { close(p.shut) })
	return nil
}

// Addr implements net.Listener.
func (*pipe) Addr() net.Addr { return &net.TCPAddr{} }

func (p *pipe) dial() net.Conn {
	here, there := net.Pipe()
	p.calls <- there
	return here
}

// start serves the site on a pipe; by HTTPS when there is a certificate; end stops it and returns what Serve said.
func start(t *testing.T, cert *tls.Certificate) (p *pipe, end func() error) {
	p = newPipe()
	ctx, cancel := context.WithCancel(context.Background())
	said := make(chan error, 1)
	s := siteWith(t, Options{Hosts: []string{"guida.example"}, Ingest: http.HandlerFunc(drink)})
	go func() { said <- NewServer(s, cert).Serve(ctx, p) }()
	return p, func() error { cancel(); return <-said }
}

// TestSlowHeader: who sends a request letter by letter is shown out after five
// seconds.
func TestSlowHeader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, end := start(t, nil)
		c := p.dial()
		go io.Copy(io.Discard, c)
		began := time.Now()
		for sent := 0; ; sent++ {
			if _, err := c.Write([]byte("GET / HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"[sent : sent+1])); err != nil {
				break
			}
			time.Sleep(time.Second)
		}
		if took := time.Since(began); took > 7*time.Second {
			t.Errorf("a slow client was kept for %s", took)
		}
		if err := end(); err != nil {
			t.Error(err)
		}
	})
}

// TestSlowBody: a body that comes byte by byte has ten seconds.
func TestSlowBody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, end := start(t, nil)
		c := p.dial()
		go io.Copy(io.Discard, c)
		began := time.Now()
		_, err := io.WriteString(c, "POST /m HTTP/1.1\r\nHost: guida.example\r\nContent-Length: 8000\r\n\r\n")
		for err == nil {
			time.Sleep(time.Second)
			_, err = c.Write([]byte("x"))
		}
		if took := time.Since(began); took < 5*time.Second || took > 12*time.Second {
			t.Errorf("a slow body was read for %s", took)
		}
		if err := end(); err != nil {
			t.Error(err)
		}
	})
}

// TestSlowReadEnds: who asks and never reads is closed after a minute, though
// the server goes on.
func TestSlowReadEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, end := start(t, nil)
		c := p.dial()
		if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: guida.example\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(stuckTime + time.Second)
		if n, err := io.Copy(io.Discard, c); err != nil || n > 0 {
			t.Errorf("%d bytes, %v; want a closed connection", n, err)
		}
		if err := end(); err != nil {
			t.Error(err)
		}
	})
}

// TestSlowReadHTTP2: a connection that takes no byte is closed after a minute.
func TestSlowReadHTTP2(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, end := start(t, certificate(t))
		wire := p.dial()
		c := tls.Client(wire, &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"h2"}})
		if err := c.Handshake(); err != nil {
			t.Fatal(err)
		}
		// The preface, empty settings, and nothing is read: the server's own settings stick.
		if _, err := io.WriteString(c, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(stuckTime + time.Second)
		if _, err := wire.Write([]byte{0}); err == nil {
			t.Error("the connection was left open")
		}
		if err := end(); err != nil {
			t.Error(err)
		}
	})
}

// TestIdleHTTP2: a connection on which nobody asks for anything, and nobody
// answers a ping, is closed; so is one that answers, in the end.
func TestIdleHTTP2(t *testing.T) {
	for name, test := range map[string]struct {
		answers bool
		limit   time.Duration
	}{"dead": {false, pingTime + pongTime}, "alive": {true, idleTime}} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p, end := start(t, certificate(t))
				c := tls.Client(p.dial(), &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"h2"}})
				began := time.Now()
				if _, err := io.WriteString(c, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00"); err != nil {
					t.Fatal(err)
				}
				pings := frames(c, test.answers)
				took := time.Since(began)
				if took > test.limit+2*time.Second || took < test.limit-time.Second || pings == 0 {
					t.Errorf("%d pings, closed after %s, want %s", pings, took, test.limit)
				}
				if c.ConnectionState().NegotiatedProtocol != "h2" {
					t.Error("the connection is not HTTP/2")
				}
				if err := end(); err != nil {
					t.Error(err)
				}
			})
		})
	}
}

// frames reads HTTP/2 frames until the connection ends, answers the pings if
// wanted, and counts them.
func frames(c net.Conn, answer bool) (pings int) {
	head := make([]byte, 9)
	for {
		if _, err := io.ReadFull(c, head); err != nil {
			return pings
		}
		body := make([]byte, int(head[0])<<16|int(head[1])<<8|int(head[2]))
		if _, err := io.ReadFull(c, body); err != nil {
			return pings
		}
		if isPing := head[3] == 6; isPing {
			pings++
			head[4] = 1 // ACK
			if answer {
				c.Write(append(head, body...))
			}
		}
	}
}

// TestDrainUnderLoad: a server that is told to end while many fetch finishes
// what it began, within ten seconds.
func TestDrainUnderLoad(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	said := make(chan error, 1)
	server := NewServer(siteWith(t, Options{}), nil)
	go func() { said <- server.Serve(ctx, l) }()
	broken, whole := fetchAll(l.Addr().String(), cancel)
	began := time.Now()
	if err := <-said; err != nil {
		t.Errorf("the server ended with %v", err)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("the server took %s to end", took)
	}
	if broken > 0 || whole < 100 {
		t.Errorf("%d answers were whole, %d broken off", whole, broken)
	}
}

// fetchAll has eight clients fetch until the server takes no more, calls midway
// once they are at it, and tells how many answers came whole and how many were
// broken off after they had begun.
func fetchAll(addr string, midway func()) (broken, whole int64) {
	var b, w atomic.Int64
	var all sync.WaitGroup
	client := http.Client{Transport: &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: 8}}
	for range 8 {
		all.Go(func() {
			for {
				r, err := client.Get("http://" + addr + "/" + readerName)
				if err != nil {
					return
				}
				_, err = io.Copy(io.Discard, r.Body)
				r.Body.Close()
				if err != nil {
					b.Add(1)
					return
				} else if w.Add(1) == 100 {
					midway()
				}
			}
		})
	}
	all.Wait()
	return b.Load(), w.Load()
}

// certificate is one for tests, of a key made now.
func certificate(t *testing.T) *tls.Certificate {
	t.Helper()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{"guida.example"}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, public, private)
	if err != nil {
		t.Fatal(err)
	}
	return &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: private}
}

// TestSlowRead: who asks and never reads does not hold its connection for
// ever, nor the end of the server.
func TestSlowRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, end := start(t, nil)
		c := p.dial()
		if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: guida.example\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		began := time.Now()
		if err := end(); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the server ended with %v", err)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("the server took %s to end", took)
		}
		synctest.Wait()
		if _, err := io.ReadAll(c); err != nil {
			t.Errorf("the connection was left open: %v", err)
		}
	})
}

// TestGracefulEnd: an answer that is under way is finished; then the server
// ends without error, and idle connections with it.
func TestGracefulEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, end := start(t, nil)
		idle, busy := p.dial(), p.dial()
		if _, err := io.WriteString(busy, "GET / HTTP/1.1\r\nHost: guida.example\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		ended := make(chan error, 1)
		go func() { ended <- end() }()
		time.Sleep(time.Second)
		r, err := http.ReadResponse(bufio.NewReader(busy), nil)
		if err != nil {
			t.Fatal(err)
		}
		if text := body(t, r); text != pageText {
			t.Errorf("the answer under way became %q", text)
		}
		busy.Close()
		idle.Close()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
	})
}

// TestListenerFails: Serve says why it cannot go on.
func TestListenerFails(t *testing.T) {
	p := newPipe()
	p.Close()
	if err := NewServer(site(t), nil).Serve(t.Context(), p); !errors.Is(err, net.ErrClosed) {
		t.Errorf("served on a closed listener: %v", err)
	}
}
