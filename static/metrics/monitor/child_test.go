// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package monitor

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"videoguida/static/metrics"
	"videoguida/static/metrics/sqlstore"
)

// TestMain makes this program the server when a test starts it again: a real
// process that can be killed, traced and starved.
func TestMain(m *testing.M) {
	if where := os.Getenv("GUIDA_SERVE"); where != "" {
		if err := serve(where); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// began is when this process began.
var began = time.Now()

// today is the clock of the tests: it goes on from one morning.
func today() time.Time {
	return time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC).Add(time.Since(began))
}

// serve counts until SIGTERM, as the command does.
func serve(where string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	m, err := Open(ctx, where, today)
	if err != nil {
		return err
	}
	m.Handler.Flood.Rate, m.Handler.Flood.Burst, m.Handler.Flood.All = 1e6, 1e6, 1e6
	go m.Run(ctx, func(err error) { fmt.Fprintln(os.Stderr, err) })
	if os.Getenv("GUIDA_CHECKPOINT") != "" {
		go checkpoint(ctx, m)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(l.Addr())
	srv := &http.Server{Handler: m.Handler}
	go srv.Serve(l)
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		return err
	}
	return m.Close()
}

// checkpoint moves the log into the file again and again, so that many kills
// fall into it.
func checkpoint(ctx context.Context, m *Monitor) {
	for ctx.Err() == nil {
		if err := m.Store.Checkpoint(ctx); err != nil && ctx.Err() == nil {
			fmt.Fprintln(os.Stderr, "checkpoint:", err)
			os.Exit(1)
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// child is a running server.
type child struct {
	cmd  *exec.Cmd
	url  string
	errw bytes.Buffer
}

// start starts this program as a server of the database, behind the words of a
// command, if any, such as strace's.
func start(t *testing.T, db string, before ...string) *child {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	args := append(before, self)
	c := &child{cmd: exec.Command(args[0], args[1:]...)}
	c.cmd.Env = append(os.Environ(), "GUIDA_SERVE="+db)
	c.cmd.Stderr = &c.errw
	c.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // a tracer's child ends with it
	c.cmd.WaitDelay = 3 * time.Second
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.kill)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		c.cmd.Wait()
		t.Fatalf("the server did not start: %v\n%s", err, &c.errw)
	}
	c.url = "http://" + strings.TrimSpace(line) + "/m"
	return c
}

// kill ends the server without a warning.
func (c *child) kill() {
	syscall.Kill(-c.cmd.Process.Pid, syscall.SIGKILL)
	c.cmd.Wait()
}

// post sends a batch with one opening and returns the status, 0 for none.
func (c *child) post(nonce string) int {
	return send(http.DefaultClient, c.url, `{"v":1,"b":"`+nonce+`","c":"none","ch":"qr","e":[["open"]]}`)
}

func send(client *http.Client, url, body string) int {
	r, err := client.Post(url, "text/plain", strings.NewReader(body))
	if err != nil {
		return 0
	}
	io.Copy(io.Discard, r.Body)
	r.Body.Close()
	return r.StatusCode
}

func newNonce() string {
	b := make([]byte, 16)
	rand.Read(b)
	return base64.RawURLEncoding.EncodeToString(b)
}

// load is what senders did: each batch has one opening.
type load struct {
	sent, acked atomic.Int64
	mu          sync.Mutex
	lost        []string // nonces that were not acknowledged
}

// run sends from several senders until stop closes. A batch that is not
// acknowledged is sent again once by the same sender, and then kept as lost.
func (l *load) run(c *child, stop chan struct{}) {
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				n := newNonce()
				l.sent.Add(1)
				if c.post(n) == 204 || c.post(n) == 204 {
					l.acked.Add(1)
					continue
				}
				l.mu.Lock()
				l.lost = append(l.lost, n)
				l.mu.Unlock()
				time.Sleep(time.Millisecond)
			}
		})
	}
	wg.Wait()
}

// stored opens the database as the next process would, checks every page and
// returns the openings in it.
func stored(t *testing.T, path string) (n int64) {
	t.Helper()
	db, err := sqlstore.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
	all, err := db.Counted(t.Context(), time.Time{}, today().Add(48*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if c.Key == (metrics.Key{Campaign: "none", Metric: "open"}) {
			n = c.N
		}
	}
	return n
}

func newBatch() []metrics.Batch {
	return []metrics.Batch{{Nonce: newNonce(), Counts: []metrics.Count{{Key: metrics.Key{Campaign: "none", Metric: "open"}, N: 1}}}}
}
