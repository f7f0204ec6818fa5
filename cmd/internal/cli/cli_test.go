// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package cli

import (
	"errors"
	"flag"
	"strings"
	"testing"
)

// TestRun tells how a program ends and what it says, for every way to call it.
func TestRun(t *testing.T) {
	p := Program{"oven", "oven bakes.\n", []Command{
		{"bake", func(fs *flag.FlagSet, args []string, std Std) error {
			minutes := fs.Int("minutes", 40, "how long")
			if err := Parse(fs, args, 1); err != nil {
				return err
			}
			if *minutes == 0 {
				return Use("--minutes must be 1 or more")
			}
			return errors.New("the oven is cold")
		}},
		{"clean", func(fs *flag.FlagSet, args []string, std Std) error { return Parse(fs, args, 0) }},
	}}
	for _, test := range []struct {
		args     string
		status   int
		out, err string
	}{
		{"", 0, "oven bakes.\n", ""},
		{"--help", 0, "oven bakes.\n", ""},
		{"clean", 0, "", ""},
		{"clean it", 2, "", "oven clean: unexpected argument \"it\"; see oven --help\n"},
		{"boil", 2, "", "oven: no command \"boil\"; see oven --help\n"},
		{"bake bread", 1, "", "oven bake: the oven is cold\n"},
		{"bake", 2, "", "oven bake: 0 arguments after the options, want 1; see oven --help\n"},
		{"bake --minutes 0 bread", 2, "", "oven bake: --minutes must be 1 or more; see oven --help\n"},
		{"bake --hours 2", 2, "", "oven bake: flag provided but not defined: -hours; see oven --help\n"},
		{"bake --help", 0, "Usage of oven bake:\n  -minutes int\n    \thow long (default 40)\n", ""},
	} {
		var out, err strings.Builder
		status := p.Run(strings.Fields(test.args), Std{Out: &out, Err: &err})
		if status != test.status || out.String() != test.out || err.String() != test.err {
			t.Errorf("oven %s: got %d, %q, %q", test.args, status, out.String(), err.String())
		}
	}
}

// TestTool: a program of one command explains its use and its options together.
func TestTool(t *testing.T) {
	tool := Tool{"oven", "oven bakes.\n\nOptions:\n", func(fs *flag.FlagSet, args []string, std Std) error {
		fs.Bool("fan", false, "blow")
		if err := Parse(fs, args, 0); err != nil {
			return err
		}
		return errors.New("the oven is cold")
	}}
	for _, test := range []struct {
		args     string
		status   int
		out, err string
	}{
		{"--fan", 1, "", "oven: the oven is cold\n"},
		{"--hours 2", 2, "", "oven: flag provided but not defined: -hours; see oven --help\n"},
		{"--help", 0, "oven bakes.\n\nOptions:\n  -fan\n    \tblow\n", ""},
	} {
		var out, err strings.Builder
		status := tool.Run(strings.Fields(test.args), Std{Out: &out, Err: &err})
		if status != test.status || out.String() != test.out || err.String() != test.err {
			t.Errorf("oven %s: got %d, %q, %q", test.args, status, out.String(), err.String())
		}
	}
}
