// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"os"
	"path/filepath"

	"videoguida/tokengen/manifest"
)

// entrant is a file or a folder that is whole and waits for its name.
type entrant interface {
	enter() error
	drop() error
}

// output is a file that appears under its name only when it is whole.
type output struct {
	dir, name string
	file      *os.File
	buf       *bufio.Writer
	hash      hash.Hash
	size      int64
}

const temporary = ".tmp" // ends the names of files that are not whole

func create(dir, name string) (*output, error) {
	o := &output{dir: dir, name: name, hash: sha256.New()}
	f, err := os.OpenFile(o.temporary(), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	o.file, o.buf = f, bufio.NewWriterSize(f, 256<<10)
	return o, nil
}

func (o *output) temporary() string { return filepath.Join(o.dir, o.name+temporary) }

// Write implements io.Writer.
func (o *output) Write(p []byte) (int, error) {
	o.hash.Write(p)
	o.size += int64(len(p))
	return o.buf.Write(p)
}

// close ends writing. The file waits for enter or drop.
func (o *output) close() error { return o.buf.Flush() }

// enter brings the file to the disk and gives it its name. Disks are slow: it
// is not for who has letters to make.
func (o *output) enter() error {
	if err := errors.Join(o.file.Sync(), o.file.Close()); err != nil {
		return err
	}
	return os.Rename(o.temporary(), filepath.Join(o.dir, o.name))
}

func (o *output) drop() error { return errors.Join(o.file.Close(), os.Remove(o.temporary())) }

func (o *output) sum() string { return hex.EncodeToString(o.hash.Sum(nil)) }

// entry returns what a manifest says of the file.
func (o *output) entry() manifest.File {
	return manifest.File{Name: o.name, Bytes: o.size, SHA256: o.sum()}
}
