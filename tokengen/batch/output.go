package batch

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
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

// close brings all that was written to the disk, still under the other name.
func (o *output) close() error {
	err := o.buf.Flush()
	if err == nil {
		err = o.file.Sync()
	}
	if err2 := o.file.Close(); err == nil {
		err = err2
	}
	return err
}

// enter gives the file its name.
func (o *output) enter() error {
	return os.Rename(o.temporary(), filepath.Join(o.dir, o.name))
}

func (o *output) drop() error { return os.Remove(o.temporary()) }

func (o *output) sum() string { return hex.EncodeToString(o.hash.Sum(nil)) }

// entry returns what a manifest says of the file.
func (o *output) entry() manifest.File {
	return manifest.File{Name: o.name, Bytes: o.size, SHA256: o.sum()}
}
