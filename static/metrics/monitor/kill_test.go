// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package monitor

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestKill: a server that is killed again and again under load, and while
// SQLite's log moves into the file, has lost nothing that it acknowledged and
// counted nothing twice: acknowledged ≤ stored ≤ sent, and once every batch was
// sent again until its answer, stored = sent.
func TestKill(t *testing.T) {
	kills := 6
	if os.Getenv("FULL") != "" {
		kills = 100
	}
	path := filepath.Join(t.TempDir(), "guida.db")
	l := &load{}
	t.Setenv("GUIDA_CHECKPOINT", "1")
	for range kills {
		c := start(t, path)
		stop := make(chan struct{})
		done := make(chan struct{})
		go func() { l.run(c, stop); close(done) }()
		time.Sleep(time.Duration(50+rand.IntN(350)) * time.Millisecond)
		c.kill()
		close(stop)
		<-done
		if n := stored(t, path); l.acked.Load() > n || n > l.sent.Load() {
			t.Fatalf("acknowledged %d, stored %d, sent %d", l.acked.Load(), n, l.sent.Load())
		}
	}
	t.Logf("%d kills: sent %d, acknowledged %d, stored %d", kills, l.sent.Load(), l.acked.Load(), stored(t, path))
	c := start(t, path)
	for _, n := range l.lost {
		if s := c.post(n); s != 204 {
			t.Fatalf("sent again: %d", s)
		}
	}
	c.kill()
	if n := stored(t, path); n != l.sent.Load() || l.acked.Load() < int64(kills) {
		t.Errorf("stored %d of %d after all were sent again", n, l.sent.Load())
	}
}

// TestTerminate: told to end under load, the server answers what it took within
// ten seconds, and what it acknowledged is there.
func TestTerminate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "guida.db")
	c, l := start(t, path), &load{}
	stop, done := make(chan struct{}), make(chan struct{})
	go func() { l.run(c, stop); close(done) }()
	time.Sleep(300 * time.Millisecond)
	began := time.Now()
	if err := c.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := c.cmd.Wait(); err != nil || time.Since(began) > 10*time.Second {
		t.Errorf("%v after %s\n%s", err, time.Since(began), &c.errw)
	}
	close(stop)
	<-done
	if n := stored(t, path); l.acked.Load() > n || n > l.sent.Load() || n == 0 {
		t.Errorf("acknowledged %d, stored %d, sent %d", l.acked.Load(), n, l.sent.Load())
	}
}
