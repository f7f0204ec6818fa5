// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"sync"
	"syscall"
)

// state is what came of a message.
type state string

// The states. Those of the journal come first; the others are only counted.
const (
	try     state = "try" // about to be sent
	sent    state = "sent"
	refused state = "refused"
	failed  state = "failed"

	uncertain state = "uncertain" // tried, and the end is not known
	absent    state = "absent"    // the row has no such contact
	ready     state = "ready"     // would be sent
)

// journal is what happened to each message, a line each time:
//
//	videoguida-notify/1 2026-11
//	5e884898da280471 try
//	5e884898da280471 sent
//	1f8ac10f23c5b5bc refused not-in-io
//
// A line is one write, so it survives the process. A machine that loses power
// may lose the last second's.
type journal struct {
	mu     sync.Mutex
	file   *os.File // nil in a run that sends nothing
	states map[string]state
}

const journalMagic = "videoguida-notify/1 "

// openJournal opens or begins the journal of a batch, for one run at a time.
func openJournal(path, batch string) (*journal, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, err
	}
	j := &journal{file: f}
	if err := j.take(batch); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), f.Close())
	}
	return j, nil
}

func (j *journal) take(batch string) error {
	if err := syscall.Flock(int(j.file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return errors.New("another run is at it")
	}
	whole, err := j.read(batch)
	if err != nil {
		return err
	}
	if err := j.file.Truncate(whole); err != nil || whole > 0 {
		return err
	}
	_, err = io.WriteString(j.file, journalMagic+batch+"\n")
	return err
}

// read fills the states and returns where the last whole line ends.
func (j *journal) read(batch string) (whole int64, err error) {
	var found string
	j.states, found, whole, err = readJournal(j.file)
	if err == nil && whole > 0 && found != batch {
		err = errors.New("it is the journal of another batch: choose another folder")
	}
	return whole, err
}

var journalLine = regexp.MustCompile(`^([0-9a-f]{16}) (try|sent|refused|failed)(?: [a-z0-9-]{1,32})?$`)

// readJournal returns the last state of each message, the batch, and the length
// of all whole lines: a last line that was cut off never happened.
func readJournal(r io.Reader) (states map[string]state, batch string, whole int64, err error) {
	states = map[string]state{}
	in := bufio.NewReaderSize(r, 4096)
	for n := 1; ; n++ {
		line, err := in.ReadSlice('\n')
		if err == io.EOF {
			return states, batch, whole, nil
		}
		if err != nil {
			return nil, "", 0, fmt.Errorf("line %d cannot be read", n)
		}
		text := strings.TrimSuffix(string(line), "\n")
		if n == 1 {
			var ok bool
			if batch, ok = strings.CutPrefix(text, journalMagic); !ok {
				return nil, "", 0, errors.New("it is not a journal of notices")
			}
		} else if m := journalLine.FindStringSubmatch(text); m != nil {
			states[m[1]] = state(m[2])
		} else {
			return nil, "", 0, fmt.Errorf("line %d is no entry", n)
		}
		whole += int64(len(line))
	}
}

func (j *journal) state(id string) state {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.states[id]
}

// add writes what happened.
func (j *journal) add(id string, s state, code string) error {
	line := id + " " + string(s)
	if code != "" {
		line += " " + code
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.states[id] = s
	if j.file == nil {
		return nil
	}
	_, err := io.WriteString(j.file, line+"\n")
	return err
}

func (j *journal) close() error { return errors.Join(j.file.Sync(), j.file.Close()) }
