// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package monitor

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// need skips a test whose program is missing, or fails it where everything was
// installed for it (NEED=1, as make test does).
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err == nil {
		return path
	}
	if os.Getenv("NEED") != "" {
		t.Fatalf("%s is missing: e2e/setup.sh installs it", program)
	}
	t.Skipf("%s is missing", program)
	return ""
}

// tracer returns the path of strace, or skips where nobody may trace.
func tracer(t *testing.T) string {
	t.Helper()
	strace := need(t, "strace")
	if out, err := exec.Command(strace, "-o", "/dev/null", "true").CombinedOutput(); err != nil {
		t.Skipf("no system calls can be traced here: %v %s", err, out)
	}
	return strace
}

// call is one line of a trace: who, what, on which file, and how it ended.
var call = regexp.MustCompile(`^(\d+) +(<\.\.\. )?(write|pwrite64|fsync|fdatasync)(?:\(\d+<([^>]*)>|(?: resumed>))(.*)$`)

// trace follows the order of a trace's calls.
type trace struct {
	dirty       bool
	syncs, acks int
	pending     map[string]string // unfinished sync by thread: its file
}

// line takes the next call. An acknowledgement must find the log written before
// it synced, and synced since the last acknowledgement.
func (s *trace) line(text string) (wrong string) {
	m := call.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	thread, resumed, name, file, rest := m[1], m[2] != "", m[3], m[4], m[5]
	switch {
	case strings.HasSuffix(file, "-wal") && strings.Contains(name, "write"):
		s.dirty = true
	case strings.HasSuffix(name, "sync") && strings.Contains(rest, "<unfinished"):
		s.pending[thread] = file
	case strings.HasSuffix(name, "sync") && strings.HasSuffix(rest, "= 0"):
		if resumed {
			file = s.pending[thread]
		}
		if strings.HasSuffix(file, "-wal") {
			s.dirty = false
			s.syncs++
		}
	case name == "write" && strings.Contains(rest, "HTTP/1.1 204"):
		s.acks++
		if s.dirty || s.syncs == 0 {
			wrong = fmt.Sprintf("acknowledgement %d with unsynced writes", s.acks)
		}
		s.syncs = 0
	}
	return wrong
}

// TestSyncBeforeAnswer: a trace of the server's system calls shows, between the
// last write to SQLite's log and every acknowledgement, a completed sync.
func TestSyncBeforeAnswer(t *testing.T) {
	strace := tracer(t)
	dir := t.TempDir()
	out := filepath.Join(dir, "trace")
	c := start(t, filepath.Join(dir, "guida.db"), strace, "-f", "-y", "-s", "32", "-e", "trace=write,pwrite64,fsync,fdatasync", "-o", out)
	const batches = 40
	for range batches {
		if s := c.post(newNonce()); s != 204 {
			t.Fatalf("status %d\n%s", s, &c.errw)
		}
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	s := trace{pending: map[string]string{}}
	for line := range strings.Lines(string(text)) {
		if wrong := s.line(strings.TrimSpace(line)); wrong != "" {
			t.Error(wrong)
		}
	}
	if s.acks != batches {
		t.Errorf("%d acknowledgements in the trace, want %d", s.acks, batches)
	}
}

// TestTraceSeesAMissingSync: the test above would find out.
func TestTraceSeesAMissingSync(t *testing.T) {
	for text, wrong := range map[string]bool{
		"1 pwrite64(5</t/g.db-wal>, \"\", 8, 0) = 8\n1 fdatasync(5</t/g.db-wal>) = 0\n2 write(7<socket:[1]>, \"HTTP/1.1 204 No\", 9) = 9":                                             false,
		"1 pwrite64(5</t/g.db-wal>, \"\", 8, 0) = 8\n2 write(7<socket:[1]>, \"HTTP/1.1 204 No\", 9) = 9":                                                                              true,
		"1 pwrite64(5</t/g.db-wal>, \"\", 8, 0) = 8\n1 fdatasync(5</t/g.db-wal> <unfinished ...>\n2 write(7<socket:[1]>, \"HTTP/1.1 204 No\", 9) = 9\n1 <... fdatasync resumed>) = 0": true,
		"1 fsync(5</t/g.db-wal>) = -1 EIO\n2 write(7<socket:[1]>, \"HTTP/1.1 204 No\", 9) = 9":                                                                                        true,
	} {
		s, found := trace{pending: map[string]string{}}, false
		for line := range strings.Lines(text) {
			found = s.line(strings.TrimSpace(line)) != "" || found
		}
		if found != wrong {
			t.Errorf("found %v in\n%s", found, text)
		}
	}
}

// TestSyncFails: after the disk refused a sync nothing is acknowledged any
// more, and what was acknowledged before is there.
func TestSyncFails(t *testing.T) {
	strace := tracer(t)
	path := filepath.Join(t.TempDir(), "guida.db")
	c := start(t, path, strace, "-f", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO:when=15+")
	acked, refused := int64(0), 0
	for i := 0; i < 2000 && refused < 10; i++ { // strace counts by thread, and threads change
		switch s := c.post(newNonce()); s {
		case 204:
			if acked++; refused > 0 {
				t.Error("acknowledged after the disk failed")
			}
		case 503:
			refused++
		default:
			t.Fatalf("status %d", s)
		}
	}
	c.kill()
	if n := stored(t, path); acked > n || acked == 0 || refused == 0 {
		t.Errorf("acknowledged %d, refused %d, stored %d", acked, refused, n)
	}
}
