// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package player_test

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// rule forbids an import and says why.
type rule struct{ path, reason string }

var (
	direct = []rule{
		{"os", "the core has no files and no environment"},
		{"fmt", "costs 130 KB in the reader"},
		{"text/template", "reflection keeps every method alive in the browser"},
		{"golang.org/x/text", "costs megabytes; the catalogs format for themselves"},
		{"videoguida/tokengen/sign", "the browser verifies, it never signs"},
		{"videoguida/wasm", "the core does not know its shells"},
		{"math/rand", "a frame is a pure function of its moment"},
	}
	transitive = []rule{
		{"syscall/js", "the core is tested natively"},
		{"github.com/hajimehoshi/ebiten", "only wasm/film draws with the GPU"},
		{"net/http", "the core has no network"},
		{"github.com/golang-jwt", "the browser verifies with crypto/ed25519"},
	}
	leaf = []rule{
		{"fmt", "runs in the browser"},
		{"encoding/json", "runs in the browser: 120 KB"},
		{"videoguida/player", "the token knows no guide"},
	}
)

func list(t *testing.T, format string, pkgs ...string) map[string][]string {
	t.Helper()
	args := append([]string{"list", "-f", "{{.ImportPath}}:{{join ." + format + " \" \"}}"}, pkgs...)
	cmd := exec.Command("go", args...)
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	m := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		name, deps, _ := strings.Cut(strings.TrimSpace(line), ":")
		m[name] = strings.Fields(deps)
	}
	return m
}

func check(t *testing.T, got map[string][]string, rules []rule) {
	t.Helper()
	for pkg, deps := range got {
		if strings.HasSuffix(pkg, "/gen") || strings.Contains(pkg, "/guidetest") {
			continue // generators and tests run on a developer's machine
		}
		for _, d := range deps {
			for _, r := range rules {
				if d == r.path || strings.HasPrefix(d, r.path+"/") && r.path != "os" {
					t.Errorf("%s imports %s: %s", pkg, d, r.reason)
				}
			}
		}
	}
}

func TestCoreImports(t *testing.T) {
	check(t, list(t, "Imports", "./player/..."), direct)
	check(t, list(t, "Deps", "./player/..."), transitive)
}

func TestLeavesImports(t *testing.T) {
	check(t, list(t, "Imports", "./tokengen/token", "./tokengen/pack"), leaf)
	for pkg, deps := range list(t, "Deps", "./tokengen/token", "./tokengen/pack") {
		for _, d := range deps {
			if host, _, _ := strings.Cut(d, "/"); strings.Contains(host, ".") {
				t.Errorf("%s imports %s: leaves use the standard library only", pkg, d)
			}
		}
	}
}

func TestIssuerAndHostDoNotImportTheCore(t *testing.T) {
	for pkg, deps := range list(t, "Deps", "./tokengen/...", "./static/...") {
		for _, d := range deps {
			if strings.HasPrefix(d, "videoguida/player") {
				t.Errorf("%s imports %s: only storyboard and the browser programs tell the guide", pkg, d)
			}
		}
	}
}

// TestNoClock fails when the core reads a clock: today and now are inputs.
func TestNoClock(t *testing.T) {
	out, _ := exec.Command("grep", "-rnE", `time\.(Now|Since|After|Tick)\(`, "--include=*.go", ".").Output()
	for line := range strings.Lines(string(out)) {
		if !strings.Contains(line, "_test.go:") && !strings.Contains(line, "/gen/") {
			t.Errorf("the core reads a clock: %s", line)
		}
	}
}

// clocks are the files that ask what time it is, with the reason. All others are
// given the time, commands by cli.Std.Now: so each test names its day.
var clocks = map[string]string{
	"cmd/internal/cli/cli.go":              "the clock of every command",
	"cmd/internal/progress/flow.go":        "how fast a run is",
	"cmd/internal/script/script.go":        "how long a script has run; its day is fixed",
	"static/host/patience.go":              "deadlines of connections",
	"static/metrics/handler.go":            "how long the process has run",
	"tokengen/notify/io.go":                "how long the API asks to wait",
	"tokengen/service/batches.go":          "deadlines of connections",
	"tokengen/service/guard.go":            "deadlines of connections",
	"tokengen/service/meters.go":           "how long answers take",
	"static/metrics/monitor/child_test.go": "how long the process has run; its day is fixed",
	"tokengen/batch/resume_test.go":        "a seed",
	"tokengen/notify/io_test.go":           "what the API's answer says to a client that asks the same clock",
	"tokengen/notify/check_test.go":        "the same",
}

// lasting matches what a test may ask a clock for: how long something took, when
// to give up, how long a certificate of a moment holds.
var lasting = regexp.MustCompile(`(began|begun|took|began, \w+) :?= time\.Now\(\)|Deadline\(time\.Now\(\)|Not(Before|After)(:| =) ?time\.Now\(\)|NewInt\(time\.Now\(\)|time\.Now\(\)\.Before\(end\)|end := time\.Now\(\)`)

// TestOneClock: no command, library or test asks the machine for the day.
func TestOneClock(t *testing.T) {
	out, err := exec.Command("git", "-C", "..", "grep", "--untracked", "-nE", `\btime\.Now\b`, "--", "*.go").Output()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		file, _, _ := strings.Cut(line, ":")
		used[file] = true
		if clocks[file] == "" && !(strings.HasSuffix(file, "_test.go") && lasting.MatchString(line)) && file != "player/deps_test.go" {
			t.Errorf("this asks the machine's clock: %s", line)
		}
	}
	for file := range clocks {
		if !used[file] {
			t.Errorf("%s asks no clock any more: take it off the list", file)
		}
	}
}
