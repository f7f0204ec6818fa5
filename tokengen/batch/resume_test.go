// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// childDir names the variable that tells a child process where to make its batch.
const childDir = "BATCH_TEST_DIR"

// TestMain lets the test binary be the process that gets killed or measured.
func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		err := error(nil)
		if in := os.Getenv(childIn); in != "" {
			err = campaign(in, dir)
		} else {
			err = life(dir)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// life makes the batch that gets killed: every kind of file, and bad rows.
func life(dir string) error {
	c, err := configIn(dir, "csv", "svg", "pdf")
	if err != nil {
		return err
	}
	c.Channels, c.Rate = []string{"qr", "io"}, 0
	_, err = Run(context.Background(), strings.NewReader(strings.ReplaceAll(people(150), ",107,", ",bad,")), c)
	return err
}

// TestKill: killed again and again, in the middle of whatever it does, the
// batch ends as if nothing had happened: nothing lost, nothing twice.
func TestKill(t *testing.T) {
	whole := t.TempDir()
	if err := life(whole); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "out")
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	kills, parts := 0, 0
	for {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), childDir+"="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		parts = grown(dir, parts+1, ended)
		time.Sleep(time.Duration(r.IntN(40)) * time.Millisecond)
		cmd.Process.Kill() // it may have ended
		if err := <-ended; err == nil {
			break
		}
		if cmd.ProcessState.Exited() {
			t.Fatalf("the process failed by itself: %v", cmd.ProcessState)
		}
		kills++
	}
	t.Logf("killed %d times", kills)
	if kills < 3 {
		t.Errorf("it was killed only %d times", kills)
	}
	if d := cmp.Diff(contents(t, whole), contents(t, dir)); d != "" {
		t.Errorf("%.2000s", d)
	}
}

// grown waits until the journal has at least n parts or the process ended, and
// returns how many it has.
func grown(dir string, n int, ended chan error) int {
	for {
		text, _ := os.ReadFile(filepath.Join(dir, journalName))
		parts := bytes.Count(text, []byte("\n")) - 1
		select {
		case err := <-ended:
			ended <- err
			return parts
		default:
		}
		if parts >= n {
			return parts
		}
		time.Sleep(time.Millisecond)
	}
}

// TestAgain: a batch that is complete stays as it is, on another day too.
func TestAgain(t *testing.T) {
	c := config(t, "csv", "svg")
	first := mustRun(t, c, people(25))
	before := contents(t, c.Dir)
	c.Today = today.AddDate(0, 0, 3)
	again := mustRun(t, c, people(25))
	if d := cmp.Diff(before, contents(t, c.Dir)); d != "" || !cmp.Equal(first, again) {
		t.Errorf("%.1000s", d)
	}
}

// TestStopped: an interrupt finishes what is under way; the same command, days
// later, goes on with the day of issue that the folder was begun with.
func TestStopped(t *testing.T) {
	whole := config(t, "csv")
	mustRun(t, whole, people(200))
	c := config(t, "csv")
	ctx, stop := context.WithCancel(context.Background())
	c.Progress = func(int) { stop() }
	if _, err := Run(ctx, strings.NewReader(people(200)), c); !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped: %v", err)
	}
	if exists(filepath.Join(c.Dir, manifestName)) {
		t.Error("a batch that was stopped has its account")
	}
	done := 0
	c.Today, c.Progress = today.AddDate(0, 0, 3), func(rows int) { done += rows }
	mustRun(t, c, people(200))
	if d := cmp.Diff(contents(t, whole.Dir), contents(t, c.Dir)); d != "" || done != 200 {
		t.Errorf("%d rows done, %.1000s", done, d)
	}
}

// TestOther: a folder keeps to its rows and options.
func TestOther(t *testing.T) {
	c := config(t, "csv")
	mustRun(t, c, people(25))
	more, changed := c, strings.Replace(people(25), "L00012,naspi,Maria", "L00012,naspi,Sara", 1)
	more.Formats, more.Base = []string{"csv", "svg"}, "https://altra.example/"
	busy := config(t, "csv")
	strange := config(t, "csv")
	if err := os.WriteFile(filepath.Join(strange.Dir, "thesis.txt"), []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	j, err := openJournal(filepath.Join(busy.Dir, journalName))
	if err != nil {
		t.Fatal(err)
	}
	defer j.file.Close()
	tests := []struct {
		name, in string
		c        Config
		kind     error
		want     string
	}{
		{"a row changed", changed, c, ErrChanged, "part 2"},
		{"rows are missing", people(15), c, ErrChanged, "part 2"},
		{"rows were added", people(26), c, ErrChanged, "part 3"},
		{"a part was added", people(25) + strings.ReplaceAll(people(20)[len(header):], "L0", "M0"), c, ErrChanged, "part 3"},
		{"other columns", strings.Replace(people(25), "applied,start", "start,applied", 1), c, ErrChanged, "part 1"},
		{"other options", people(25), more, ErrOther, "it was begun with other base, formats"},
		{"not a batch", people(25), strange, ErrOther, "is not empty, name a new folder"},
		{"two at once", people(25), busy, nil, "another process is at work there"},
	}
	before := contents(t, c.Dir)
	for _, tt := range tests {
		_, err := Run(context.Background(), strings.NewReader(tt.in), tt.c)
		if err == nil || tt.kind != nil && !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
	if d := cmp.Diff(before, contents(t, c.Dir)); d != "" {
		t.Errorf("the folder changed: %.1000s", d)
	}
}

// TestMoreRows: to a whole number of parts, nothing may be added either.
func TestMoreRows(t *testing.T) {
	c := config(t, "csv")
	mustRun(t, c, people(20))
	if _, err := Run(context.Background(), strings.NewReader(people(30)), c); !errors.Is(err, ErrChanged) {
		t.Errorf("%v", err)
	}
}

// TestDamaged: a journal or a file that does not fit is refused, not mended.
func TestDamaged(t *testing.T) {
	for name, damage := range map[string]func(dir string) error{
		"journal": func(dir string) error { return os.WriteFile(filepath.Join(dir, journalName), []byte("{}\n"), 0o600) },
		"part": func(dir string) error {
			path := filepath.Join(dir, journalName)
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, bytes.Replace(text, []byte(`"part":2`), []byte(`"part":7`), 1), 0o600)
		},
		"tokens": func(dir string) error { return os.Truncate(filepath.Join(dir, "tokens.csv"), 100) },
	} {
		c := config(t, "csv")
		mustRun(t, c, people(25))
		if err := damage(c.Dir); err != nil {
			t.Fatal(err)
		}
		if _, err := Run(context.Background(), strings.NewReader(people(25)), c); err == nil {
			t.Errorf("%s: a damaged folder was gone on with", name)
		}
	}
}

// FuzzJournal: a journal that is read has its parts in order and ends with a
// whole line; one that is not says what to do.
func FuzzJournal(f *testing.F) {
	head := `{"journal":1,"batch":"b","part":10,"issued":"2026-11-24"}` + "\n"
	f.Add(head + `{"part":1,"rows":10,"ends":[1,2,3]}` + "\n" + `{"part":2,"ro`)
	f.Add(head + `{"part":2}` + "\n")
	f.Add("{}\n")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), journalName)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		j, err := openJournal(path)
		if err != nil {
			t.Fatal(err)
		}
		defer j.file.Close()
		if err := j.read(); err != nil {
			return
		}
		for i, e := range j.parts {
			if e.Part != i+1 {
				t.Errorf("part %d is called %d", i+1, e.Part)
			}
		}
		left, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(text, string(left)) || len(left) > 0 && left[len(left)-1] != '\n' {
			t.Errorf("the journal was cut to %q: %v", left, err)
		}
	})
}
