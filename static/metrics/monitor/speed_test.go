// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package monitor

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// visit is a batch as a page sends it, with seven events, one of 8 scenes.
const visit = `{"v":1,"b":"%s","c":"none","ch":"qr","va":"%s","e":[["open"],["guide","naspi"],["lang","it"],["ready"],["ttff",%d],["start"],["scene",%d]]}`

const visitEvents = 7

// wire sends on one connection, as cheaply as it can be done from the same
// machine.
type wire struct {
	conn net.Conn
	r    *bufio.Reader
	host string
}

func (c *wire) post(body string) (status string, err error) {
	_, err = fmt.Fprintf(c.conn, "POST /m HTTP/1.1\r\nHost: %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s", c.host, len(body), body)
	if err != nil {
		return "", err
	}
	status, err = c.r.ReadString('\n')
	for line := ""; err == nil && line != "\r\n"; {
		line, err = c.r.ReadString('\n')
	}
	return status, err
}

// TestSpeed measures, with FULL=1, what two cores take: client and server
// share them. Without FULL it only shows that the measure works.
func TestSpeed(t *testing.T) {
	length, senders := time.Second, 64
	if os.Getenv("FULL") != "" {
		length, senders = 15*time.Second, 128
	}
	path := filepath.Join(t.TempDir(), "guida.db")
	c := start(t, path)
	began := time.Now()
	waits := flood(t, c, senders, began.Add(length))
	taken := time.Since(began).Seconds()
	rss := peak(t, c.cmd.Process.Pid)
	slices.Sort(waits)
	batches := float64(len(waits)) / taken
	p := func(q float64) time.Duration { return waits[int(q*float64(len(waits)-1))] }
	plain := logged(t, batches*taken, taken)
	t.Logf("%.0f batches/s, %.0f events/s, p50 %s, p99 %s, %d MB at most; appending the same bytes to a log and syncing it for each group: %.0f batches/s, ratio %.2f",
		batches, visitEvents*batches, p(0.5).Round(time.Millisecond), p(0.99).Round(time.Millisecond), rss>>10, plain, batches/plain)
	if rss > 100<<10 {
		t.Errorf("%d MB", rss>>10)
	}
	if os.Getenv("FULL") != "" && (batches < 4000 || visitEvents*batches < 25000 || p(0.99) > 100*time.Millisecond) {
		t.Error("too slow")
	}
	c.kill()
	if n := stored(t, path); n < int64(len(waits)) {
		t.Errorf("stored %d of %d", n, len(waits))
	}
}

// flood sends from many connections until the end and returns how long each
// answer took.
func flood(t *testing.T, c *child, senders int, end time.Time) (all []time.Duration) {
	t.Helper()
	host := strings.TrimSuffix(strings.TrimPrefix(c.url, "http://"), "/m")
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range senders {
		wg.Go(func() {
			conn, err := net.Dial("tcp", host)
			if err != nil {
				t.Error(err)
				return
			}
			defer conn.Close()
			w := &wire{conn, bufio.NewReader(conn), host}
			var waits []time.Duration
			for n := i; time.Now().Before(end); n++ {
				began := time.Now()
				status, err := w.post(fmt.Sprintf(visit, newNonce(), []string{"a", "b"}[n%2], n%10, n%7+1))
				if err != nil || !strings.HasPrefix(status, "HTTP/1.1 204") {
					t.Errorf("%q, %v", status, err)
					return
				}
				waits = append(waits, time.Since(began))
			}
			mu.Lock()
			all = append(all, waits...)
			mu.Unlock()
		})
	}
	wg.Wait()
	return all
}

// peak is a process's largest resident memory in KB.
func peak(t *testing.T, pid int) (kb int) {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		fmt.Sscanf(line, "VmHWM: %d kB", &kb)
	}
	return kb
}

// logged appends as many batches to a plain file, synced for each group of as
// many as 64 senders keep waiting, and returns batches a second.
func logged(t *testing.T, batches, seconds float64) float64 {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	line := fmt.Sprintf(visit, newNonce(), "a", 3, 4) + "\n"
	began, n := time.Now(), 0
	for ; n < int(batches) && time.Since(began).Seconds() < seconds; n++ {
		if _, err := f.WriteString(line); err != nil {
			t.Fatal(err)
		}
		if n%64 == 63 {
			if err := f.Sync(); err != nil {
				t.Fatal(err)
			}
		}
	}
	return float64(n) / time.Since(began).Seconds()
}
