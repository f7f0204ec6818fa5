// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"videoguida/tokengen/manifest"
)

// journal is what a folder remembers of itself: a line of options, then one for
// each part that is in the folder whole. A line that a kill cut short does not
// count.
type journal struct {
	file  *os.File
	head  head
	parts []entry
}

type head struct {
	Journal int `json:"journal"` // 1
	Options
}

// entry is the account of a part.
type entry struct {
	Part     int              `json:"part"`
	Rows     int              `json:"rows"`
	Sum      string           `json:"sum"` // SHA-256 of the rows' sums
	Rejected int              `json:"rejected"`
	Letters  int              `json:"letters"`
	Tokens   int              `json:"tokens"`
	Raw      int              `json:"raw"`
	Counts   []manifest.Count `json:"counts"`
	Versions map[string]int   `json:"qr_versions"`
	Proof    manifest.Proof   `json:"proof"`
	Files    []manifest.File  `json:"files"`
	Ends     [3]int64         `json:"ends"` // of the common files, after this part
}

// openJournal opens the journal of a folder for this process alone.
func openJournal(path string) (*journal, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lock(f); err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: another process is at work there", filepath.Dir(path))
	}
	return &journal{file: f}, nil
}

// start begins the journal: until a part has entered, the options are free.
func (j *journal) start(o Options) error {
	j.head = head{1, o}
	if err := j.file.Truncate(0); err != nil {
		return err
	}
	if _, err := j.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	return j.append(j.head)
}

// read takes in the lines and leaves the file at the end of the last whole one.
func (j *journal) read() error {
	r := bufio.NewReader(j.file)
	var at int64
	for n := 0; ; n++ {
		line, err := r.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if err := j.take(n, line); err != nil {
			return fmt.Errorf("%s, line %d: %w", j.file.Name(), n+1, err)
		}
		at += int64(len(line))
	}
	if err := j.file.Truncate(at); err != nil {
		return err
	}
	_, err := j.file.Seek(at, io.SeekStart)
	return err
}

func (j *journal) take(n int, line []byte) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if n == 0 {
		if err := d.Decode(&j.head); err != nil || j.head.Journal != 1 {
			return ErrOther
		}
		return nil
	}
	var e entry
	if err := d.Decode(&e); err != nil || e.Part != n {
		return errors.New("the journal is damaged: start in a new folder")
	}
	j.parts = append(j.parts, e)
	return nil
}

func (j *journal) append(line any) error {
	b, err := json.Marshal(line)
	if err != nil {
		return err
	}
	if _, err := j.file.Write(append(b, '\n')); err != nil {
		return err
	}
	return j.file.Sync()
}

func (j *journal) add(e entry) error {
	j.parts = append(j.parts, e)
	return j.append(e)
}

// differ returns the names of the options in which o differs from those of the
// folder. No day is no difference.
func (j *journal) differ(o Options) string {
	var names []string
	a, b := reflect.ValueOf(j.head.Options), reflect.ValueOf(o)
	for i := range a.NumField() {
		name := a.Type().Field(i).Tag.Get("json")
		if !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) && !(name == "issued" && o.Issued == "") {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
