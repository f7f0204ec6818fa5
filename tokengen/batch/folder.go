// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"videoguida/tokengen/manifest"
)

// The common files, in the order of entry.Ends.
var (
	common  = [3]string{"tokens.csv", "rejected.csv", "SHA256SUMS"}
	headers = [3]string{
		"letter_id,channel,url,url_packed,qr_version,expires,url_base64\n",
		"row,letter_id,field,code\n",
		"",
	}
)

const (
	journalName  = "journal.jsonl"
	manifestName = "manifest.json"
)

// folder is where a batch goes, open for one process.
type folder struct {
	dir      string
	journal  *journal
	complete bool        // all was made before
	files    [3]*os.File // common; nil when the format was not asked for
	ends     [3]int64
}

// open opens a folder to begin a batch or to go on with it.
func open(dir string, o Options, today time.Time) (*folder, error) {
	path := filepath.Join(dir, journalName)
	if entries, _ := os.ReadDir(dir); len(entries) > 0 && !exists(path) {
		return nil, fmt.Errorf("%w: %s is not empty, name a new folder", ErrOther, dir)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	j, err := openJournal(path)
	if err != nil {
		return nil, err
	}
	f := &folder{dir: dir, journal: j, complete: exists(filepath.Join(dir, manifestName))}
	if err := f.open(o, today); err != nil {
		f.close()
		return nil, err
	}
	return f, nil
}

func (f *folder) open(o Options, today time.Time) error {
	if err := f.journal.read(); err != nil {
		return err
	}
	if len(f.journal.parts) == 0 && !f.complete {
		if o.Issued == "" {
			o.Issued = today.Format(time.DateOnly)
		}
		if err := f.journal.start(o); err != nil {
			return err
		}
	}
	if names := f.journal.differ(o); names != "" {
		return fmt.Errorf("%w: it was begun with other %s; use the same options, or a new folder", ErrOther, names)
	}
	if n := len(f.journal.parts); n > 0 {
		f.ends = f.journal.parts[n-1].Ends
	}
	for i := range common {
		if i > 0 || slices.Contains(o.Formats, "csv") {
			if err := f.openCommon(i); err != nil {
				return err
			}
		}
	}
	return nil
}

// openCommon opens a common file.
func (f *folder) openCommon(i int) error {
	file, err := os.OpenFile(filepath.Join(f.dir, common[i]), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	f.files[i] = file
	info, err := file.Stat()
	if err == nil && info.Size() < f.ends[i] {
		err = fmt.Errorf("%s is shorter than the journal says: start in a new folder", common[i])
	}
	return err
}

// clean takes away what came after the last part. Until the rows have proved to
// be those of the folder, it stays untouched.
func (f *folder) clean() error {
	for i, file := range f.files {
		if file == nil {
			continue
		}
		if err := file.Truncate(f.ends[i]); err != nil {
			return err
		}
		if _, err := file.Seek(f.ends[i], io.SeekStart); err != nil {
			return err
		}
		if f.ends[i] == 0 {
			if err := f.extend(i, []byte(headers[i])); err != nil {
				return err
			}
		}
	}
	return f.sweep()
}

// sweep removes what parts left that did not enter.
func (f *folder) sweep() error {
	for _, pattern := range []string{"*", "*/*"} {
		left, err := filepath.Glob(filepath.Join(f.dir, pattern+temporary))
		if err != nil {
			return err
		}
		for _, path := range left {
			if err := os.RemoveAll(path); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *folder) close() {
	for _, file := range f.files {
		if file != nil {
			file.Close()
		}
	}
	f.journal.file.Close()
}

// commit lets a part into the folder: its files, its lines, and last the
// journal's line, without which all of it does not count.
func (f *folder) commit(m made, rate float64) error {
	if m.err != nil {
		return m.err
	}
	if err := f.judge(m.entry.Proof, rate); err != nil {
		return err
	}
	for _, e := range m.entrants {
		if err := e.enter(); err != nil {
			return err
		}
	}
	for i, text := range [3][]byte{m.tokens, m.rejected, m.sums} {
		if err := f.extend(i, text); err != nil {
			return err
		}
	}
	m.entry.Ends = f.ends
	return f.journal.add(m.entry)
}

// judge refuses the batch when too few of the codes tried so far were read as
// they were first drawn: those stand for the codes that nobody tries.
func (f *folder) judge(p manifest.Proof, rate float64) error {
	for _, e := range f.journal.parts {
		p.Tried += e.Proof.Tried
		p.Read += e.Proof.Read
		p.Redrawn += e.Proof.Redrawn
	}
	if first := p.Read - p.Redrawn; rate > 0 && float64(first) < rate*float64(p.Tried) {
		return fmt.Errorf("%w: %d of %d, the least is %.0f %%", ErrProof, first, p.Tried, rate*100)
	}
	return nil
}

func (f *folder) extend(i int, text []byte) error {
	if f.files[i] == nil || len(text) == 0 {
		return nil
	}
	n, err := f.files[i].Write(text)
	f.ends[i] += int64(n)
	if err == nil {
		err = f.files[i].Sync()
	}
	return err
}

// finish writes the account of the whole.
func (f *folder) finish() (manifest.Manifest, error) {
	o := f.journal.head.Options
	m := manifest.Manifest{
		Format: manifest.Format, MadeBy: "batch", Batch: o.Batch, Shard: strconv.Itoa(o.Shard) + "/" + strconv.Itoa(o.Shards),
		Issued: o.Issued, Base: o.Base, Kid: o.Kid, Counts: []manifest.Count{}, Versions: map[string]int{},
	}
	for _, e := range f.journal.parts {
		m.Rows += e.Rows
		m.Rejected += e.Rejected
		m.Letters += e.Letters
		m.Tokens += e.Tokens
		m.Raw += e.Raw
		m.Proof.Tried += e.Proof.Tried
		m.Proof.Read += e.Proof.Read
		m.Proof.Redrawn += e.Proof.Redrawn
		m.Files = append(m.Files, e.Files...)
		for v, n := range e.Versions {
			m.Versions[v] += n
		}
		for _, c := range e.Counts {
			m.Counts = manifest.Add(m.Counts, c)
		}
	}
	for i := range common {
		if f.files[i] != nil {
			file, err := f.digest(i)
			if err != nil {
				return m, err
			}
			m.Files = append(m.Files, file)
		}
	}
	return m, f.write(m)
}

// digest reads a common file through. SHA256SUMS, the last, lists the others.
func (f *folder) digest(i int) (manifest.File, error) {
	if _, err := f.files[i].Seek(0, io.SeekStart); err != nil {
		return manifest.File{}, err
	}
	h := sha256.New()
	n, err := io.Copy(h, f.files[i])
	if err != nil {
		return manifest.File{}, err
	}
	file := manifest.File{Name: common[i], Bytes: n, SHA256: hex.EncodeToString(h.Sum(nil))}
	if sums := len(common) - 1; i < sums {
		err = f.extend(sums, appendSum(nil, file.SHA256, file.Name))
	}
	return file, err
}

func (f *folder) write(m manifest.Manifest) error {
	o, err := create(f.dir, manifestName)
	if err != nil {
		return err
	}
	e := json.NewEncoder(o)
	e.SetIndent("", "  ")
	if err := errors.Join(e.Encode(m), o.close()); err != nil {
		return err
	}
	return o.enter()
}
