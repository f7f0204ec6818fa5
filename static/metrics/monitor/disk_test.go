// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package monitor

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// small returns the words that run a command in a folder that is a file system
// of its own of so many kilobytes, seen by the command alone, after a script.
func small(t *testing.T, dir string, kilobytes int, script string) []string {
	t.Helper()
	unshare := need(t, "unshare")
	words := []string{unshare, "--mount"}
	if os.Geteuid() != 0 {
		words = append(words, "--map-root-user")
	}
	mount := "mount -t tmpfs -o size=" + strconv.Itoa(kilobytes) + "k none " + dir + " && "
	if out, err := exec.Command(words[0], append(words[1:], "sh", "-c", mount+"true")...).CombinedOutput(); err != nil {
		t.Skipf("no file system can be mounted here: %v %s", err, out)
	}
	return append(words, "sh", "-c", mount+script+`exec "$0"`)
}

// TestDiskFull: on a full disk the server answers 503, keeps what it had
// acknowledged, and goes on when there is room again.
func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	c := start(t, filepath.Join(dir, "guida.db"), small(t, dir, 2048, "")...)
	inside := filepath.Join("/proc", strconv.Itoa(c.cmd.Process.Pid), "root", dir)
	var acked, sent int64
	post := func(want int) {
		t.Helper()
		sent++
		s := c.post(newNonce())
		if s == 204 {
			acked++
		}
		if s != want {
			t.Errorf("status %d, want %d\n%s", s, want, &c.errw)
		}
	}
	for range 20 {
		post(204)
	}
	filler := filepath.Join(inside, "filler")
	if err := os.WriteFile(filler, bytes.Repeat([]byte("x"), 2<<20), 0o600); err == nil {
		t.Fatal("the disk did not fill up")
	}
	for range 10 {
		post(503)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	for range 20 {
		post(204)
	}
	saved := filepath.Join(t.TempDir(), "guida.db")
	for _, end := range []string{"", "-wal"} {
		text, err := os.ReadFile(filepath.Join(inside, "guida.db"+end))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(saved+end, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if n := stored(t, saved); acked != 40 || n < acked || n > sent {
		t.Errorf("acknowledged %d, stored %d, sent %d", acked, n, sent)
	}
}

// TestReadOnly: a database that cannot be written is told at the start.
func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	words := small(t, dir, 2048, "mount -o remount,ro "+dir+"; ")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(words[0], append(words[1:], self)...)
	cmd.Env = append(os.Environ(), "GUIDA_SERVE="+filepath.Join(dir, "guida.db"))
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "read-only file system") {
		t.Errorf("%v: %s", err, out)
	}
}

// TestBusy: while another program holds the database's lock the answer is 503,
// and afterwards 204.
func TestBusy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "guida.db")
	m, err := Open(t.Context(), path, today)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	c := start(t, path)
	unlock, err := m.Store.Lock(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if s := c.post(newNonce()); s != 503 || time.Since(began) > 9*time.Second {
		t.Errorf("locked: %d after %s", s, time.Since(began))
	}
	unlock()
	if s := c.post(newNonce()); s != 204 {
		t.Errorf("unlocked: %d", s)
	}
}

// TestDamaged: a damaged page is noticed, nothing more is taken, and nothing
// crashes.
func TestDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "guida.db")
	c := start(t, path)
	for range 300 {
		if s := c.post(newNonce()); s != 204 {
			t.Fatal(s)
		}
	}
	c.kill()
	if n := stored(t, path); n != 300 { // opening and closing moves the log into the file
		t.Fatalf("stored %d", n)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page, tables = 4096, 9 // the first pages are the tables' roots
	for at := page * tables; at+page <= len(text); at += page {
		copy(text[at:], bytes.Repeat([]byte{0xa5}, 64))
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := Open(t.Context(), path, today)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if err := m.Store.Check(t.Context()); err == nil {
		t.Error("the damage was not noticed")
	}
	taken := 0
	for range 20 {
		b := newBatch()
		if m.Store.Add(t.Context(), today(), b) == nil {
			taken++
		}
	}
	if taken == 20 || m.Health() == nil {
		t.Errorf("%d of 20 were taken, health %v", taken, m.Health())
	}
}
