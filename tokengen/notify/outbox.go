// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"sync"
)

// Outbox hands messages over as JSON lines in a file that a gateway fetches. A
// message is added once: the file itself says which are there.
type Outbox struct {
	mu   sync.Mutex
	file *os.File
	ids  map[string]bool
}

// OpenOutbox opens or begins a hand-over file, for its owner only.
func OpenOutbox(path string) (*Outbox, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, err
	}
	ids, whole, err := handedOver(f)
	if err == nil {
		err = f.Truncate(whole)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &Outbox{file: f, ids: ids}, nil
}

// handedOver returns the ids of all whole lines and their length; a last line
// that was cut off was not handed over.
func handedOver(r io.Reader) (ids map[string]bool, whole int64, err error) {
	ids = map[string]bool{}
	in := bufio.NewReader(r)
	for {
		line, err := in.ReadBytes('\n')
		if err == io.EOF {
			return ids, whole, nil
		}
		if err != nil {
			return nil, 0, err
		}
		var m struct{ ID string }
		if json.Unmarshal(line, &m) != nil || m.ID == "" {
			return nil, 0, errors.New("the hand-over file holds a line that is no message")
		}
		ids[m.ID] = true
		whole += int64(len(line))
	}
}

// Send implements Sender.
func (o *Outbox) Send(_ context.Context, m Message) error {
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(m); err != nil {
		return Broken{err}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.ids[m.ID] {
		return nil
	}
	if _, err := o.file.Write(line.Bytes()); err != nil {
		return Broken{err}
	}
	o.ids[m.ID] = true
	return nil
}

// Close makes sure that the file is on the disk.
func (o *Outbox) Close() error { return errors.Join(o.file.Sync(), o.file.Close()) }
