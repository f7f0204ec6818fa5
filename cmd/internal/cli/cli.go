// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package cli is the shape that the project's programs share: one program with
// commands, options that explain themselves, and three exit statuses.
//
// A command declares its options on the flag set that it is given, reads them
// with [Parse] and returns an error or nil. [Use] makes the error for a wrong
// command line. Nothing else in a command knows how the process ends:
//
//	0  done, or help was asked for
//	1  refused or failed
//	2  wrong use
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"
)

// Std is what a program reads, where it writes and what time it is: the one
// clock of a command. Tests give their own, so that no result depends on the day
// they run.
type Std struct {
	In       io.Reader
	Out, Err io.Writer
	Now      func() time.Time
}

// process is what a process has.
func process() Std { return Std{os.Stdin, os.Stdout, os.Stderr, time.Now} }

// Command is one word of a program: what it does, given its options.
type Command struct {
	Name string
	Run  func(fs *flag.FlagSet, args []string, std Std) error
}

// Program is a named set of commands. Usage is what --help prints.
type Program struct {
	Name, Usage string
	Commands    []Command
}

// useError is a wrong command line.
type useError struct{ err error }

// Error implements error.
func (e useError) Error() string { return e.err.Error() }

// Unwrap implements the errors interface.
func (e useError) Unwrap() error { return e.err }

// Use returns the error for a wrong command line: exit status 2.
func Use(format string, args ...any) error { return useError{fmt.Errorf(format, args...)} }

// Main runs the program on the process's arguments and ends the process.
func (p Program) Main() { os.Exit(p.Run(os.Args[1:], process())) }

// MainAt is Main by another clock than the machine's, for tests.
func (p Program) MainAt(now func() time.Time) {
	std := process()
	std.Now = now
	os.Exit(p.Run(os.Args[1:], std))
}

// Run runs the command that args name and returns the exit status.
func (p Program) Run(args []string, std Std) int {
	if len(args) == 0 || args[0] == "--help" || args[0] == "-h" || args[0] == "help" {
		fmt.Fprint(std.Out, p.Usage)
		return 0
	}
	for _, c := range p.Commands {
		if c.Name == args[0] {
			return p.report(c, args[1:], std)
		}
	}
	fmt.Fprintf(std.Err, "%s: no command %q; see %s --help\n", p.Name, args[0], p.Name)
	return 2
}

// report runs a command and says what came of it, once.
func (p Program) report(c Command, args []string, std Std) int {
	fs := flag.NewFlagSet(p.Name+" "+c.Name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	err := c.Run(fs, args, std)
	if errors.Is(err, flag.ErrHelp) {
		fs.SetOutput(std.Out)
		fs.Usage()
		return 0
	}
	return End(fs.Name(), p.Name, err, std.Err)
}

// Tool is a program that does one thing. Usage is what --help prints before the
// options.
type Tool struct {
	Name, Usage string
	Do          func(fs *flag.FlagSet, args []string, std Std) error
}

// Main runs the tool on the process's arguments and ends the process.
func (t Tool) Main() { os.Exit(t.Run(os.Args[1:], process())) }

// MainAt is Main by another clock than the machine's, for tests.
func (t Tool) MainAt(now func() time.Time) {
	std := process()
	std.Now = now
	os.Exit(t.Run(os.Args[1:], std))
}

// Run runs the tool and returns the exit status.
func (t Tool) Run(args []string, std Std) int {
	fs := flag.NewFlagSet(t.Name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	err := t.Do(fs, args, std)
	if errors.Is(err, flag.ErrHelp) {
		fs.SetOutput(std.Out)
		fmt.Fprint(std.Out, t.Usage)
		fs.PrintDefaults()
		return 0
	}
	return End(t.Name, t.Name, err, std.Err)
}

// End says what went wrong with task, if anything did, and returns the exit
// status. A wrong command line is sent to the program's help.
func End(task, program string, err error, errw io.Writer) int {
	if err == nil {
		return 0
	}
	if errors.As(err, new(useError)) {
		fmt.Fprintf(errw, "%s: %v; see %s --help\n", task, err, program)
		return 2
	}
	fmt.Fprintf(errw, "%s: %v\n", task, err)
	return 1
}

// Parse reads the options; exactly rest arguments must follow them, so that a
// file named there is not silently left unread.
func Parse(fs *flag.FlagSet, args []string, rest int) error {
	if err := ParseSome(fs, args); err != nil {
		return err
	}
	switch {
	case rest == 0 && fs.NArg() > 0:
		return Use("unexpected argument %q", fs.Arg(0))
	case fs.NArg() != rest:
		return Use("%d arguments after the options, want %d", fs.NArg(), rest)
	}
	return nil
}

// ParseSome reads the options and leaves the arguments after them to the
// caller.
func ParseSome(fs *flag.FlagSet, args []string) error {
	err := fs.Parse(args)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		return useError{err}
	}
	return err
}
