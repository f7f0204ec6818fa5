// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package script runs the txtar scripts that say how a command behaves.
//
// A script runs the real main in its own process and folder. To the commands
// of testscript it adds what a command line promises besides its output:
//
//	status N program [args]   the program ends with exit status N
//	mode 0600 file            a file's permissions
//	field name file.json      VALUE becomes that member of a JSON object
//	size w h file.png         a picture's size in px
//	kid ring.json             KID becomes the id of a ring's first key
//	line file                 LINE becomes a file's first line
//	wait-for file             waits until a file is there
//	signal HUP|TERM           sends it to the program in the background
//	port                      PORT becomes a free TCP port of this machine
//	fetch URL file [want]     keeps what a server that is starting answers, once it is want's content
//	post URL in out [header…] sends a file to a server, headers as name:value
package script

import (
	"encoding/json"
	"errors"
	"image/png"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// Main is the TestMain of a command: scripts call main by the command's name.
// Its clock goes on from the day of all scripts, see [Now].
func Main(m *testing.M, name string, main func(now func() time.Time)) {
	testscript.Main(m, map[string]func(){name: func() { main(Now) }})
}

// began is when this process began.
var began = time.Now()

// Now is the clock of the scripts: it goes on from one morning, whatever the
// day is.
func Now() time.Time {
	return time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC).Add(time.Since(began))
}

// Run runs every script of testdata.
func Run(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata", RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "mode": mode, "field": field, "size": size, "kid": kid, "line": line, "wait-for": waitFor, "signal": send, "port": port, "fetch": fetch, "post": post,
		},
	})
}

func need(ts *testscript.TestScript, neg bool, args []string, n int, usage string) {
	if neg || len(args) < n {
		ts.Fatalf("usage: %s", usage)
	}
}

func status(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 2, "status N program [args]")
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func mode(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 2, "mode 0600 file")
	want, err := strconv.ParseUint(args[0], 8, 32)
	ts.Check(err)
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := info.Mode().Perm(); got != os.FileMode(want) {
		ts.Fatalf("%s has mode %o, want %o", args[1], got, want)
	}
}

func field(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 2, "field name file.json")
	var object map[string]any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &object))
	text, ok := object[args[0]].(string)
	if !ok {
		ts.Fatalf("%s has no text %q", args[1], args[0])
	}
	ts.Setenv("VALUE", text)
}

func size(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 3, "size w h file.png")
	f, err := os.Open(ts.MkAbs(args[2]))
	ts.Check(err)
	defer f.Close()
	c, err := png.DecodeConfig(f)
	ts.Check(err)
	if got, want := strconv.Itoa(c.Width)+"x"+strconv.Itoa(c.Height), args[0]+"x"+args[1]; got != want {
		ts.Fatalf("%s is %s, want %s", args[2], got, want)
	}
}

func kid(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 1, "kid ring.json")
	var ring struct{ Keys []struct{ Kid string } }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &ring))
	if len(ring.Keys) == 0 {
		ts.Fatalf("%s has no key", args[0])
	}
	ts.Setenv("KID", ring.Keys[0].Kid)
}

func line(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 1, "line file")
	first, _, _ := strings.Cut(ts.ReadFile(args[0]), "\n")
	ts.Setenv("LINE", first)
}

func waitFor(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 1, "wait-for file")
	for range 200 {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("%s never came", args[0])
}

func send(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 1, "signal HUP|TERM")
	known := map[string]syscall.Signal{"HUP": syscall.SIGHUP, "TERM": syscall.SIGTERM}
	for _, cmd := range ts.BackgroundCmds() {
		ts.Check(cmd.Process.Signal(known[args[0]]))
	}
}

func port(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 0, "port")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	_, n, err := net.SplitHostPort(l.Addr().String())
	ts.Check(err)
	ts.Check(l.Close())
	ts.Setenv("PORT", n)
}

func fetch(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 2, "fetch URL file [want]")
	body, err := get(args[0])
	for tries := 0; tries < 100 && (err != nil || len(args) > 2 && string(body) != ts.ReadFile(args[2])); tries++ {
		time.Sleep(50 * time.Millisecond)
		body, err = get(args[0])
	}
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), body, 0o644))
}

func get(url string) ([]byte, error) {
	answer, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}

func post(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, 3, "post URL in out [header...]")
	request, err := http.NewRequest("POST", args[0], strings.NewReader(ts.ReadFile(args[1])))
	ts.Check(err)
	for _, h := range args[3:] {
		name, value, _ := strings.Cut(h, ":")
		request.Header.Set(name, value)
	}
	answer, err := http.DefaultClient.Do(request)
	ts.Check(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), body, 0o644))
}
