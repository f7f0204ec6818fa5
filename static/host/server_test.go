package host

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

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

// start serves the site on a pipe; end stops it and returns what Serve said.
func start(t *testing.T) (p *pipe, end func() error) {
	p = newPipe()
	ctx, cancel := context.WithCancel(context.Background())
	said := make(chan error, 1)
	s := site(t)
	go func() { said <- NewServer(s, nil).Serve(ctx, p) }()
	return p, func() error { cancel(); return <-said }
}

// TestSlowClient: who sends a request letter by letter is shown out after five
// seconds.
func TestSlowClient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, end := start(t)
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

// TestSilentReader: who asks and never reads does not hold its connection for
// ever, nor the end of the server.
func TestSilentReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, end := start(t)
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
		p, end := start(t)
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
