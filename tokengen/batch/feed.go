// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"io"
	"strings"

	"videoguida/tokengen/rows"
)

// job is a part to make and where to send it when it is made.
type job struct {
	number int // of the part, from 1
	rows   []rows.Row
	sum    string // of the rows' texts
	result chan<- made
}

// feed cuts this shard's rows into parts.
type feed struct {
	rows     *rows.Reader
	options  Options
	ended    bool
	complete bool // there must be no rows beyond those of the parts that are made
}

// skip reads the rows of parts that are made, and compares.
func (f *feed) skip(done []entry, progress func(rows int)) error {
	for _, e := range done {
		j, err := f.next()
		if err != nil {
			return err
		}
		if j.sum != e.Sum || len(j.rows) != e.Rows {
			return fmt.Errorf("%w: part %d", ErrChanged, e.Part)
		}
		progress(e.Rows)
	}
	if !f.complete {
		return nil
	}
	more, err := f.next()
	if err == nil && len(more.rows) > 0 {
		err = fmt.Errorf("%w: there are more", ErrChanged)
	}
	return err
}

// parts sends the parts after the first done to be made, and where each will
// come from, until the rows or ctx end.
func (f *feed) parts(ctx context.Context, done int, todo chan<- job, order chan<- chan made) error {
	for number := done + 1; !f.ended; number++ {
		j, err := f.next()
		if err == nil {
			err = ctx.Err()
		}
		if err != nil || len(j.rows) == 0 {
			return err
		}
		result := make(chan made, 1)
		j.number, j.result = number, result
		order <- result
		todo <- j
	}
	return nil
}

// next reads a part's rows.
func (f *feed) next() (j job, err error) {
	h := sha256.New()
	for len(j.rows) < f.options.Part {
		row, err := f.rows.Next()
		if err == io.EOF {
			f.ended = true
			break
		}
		if err != nil {
			return j, err
		}
		if f.mine(row) {
			j.rows = append(j.rows, row)
			h.Write(binary.BigEndian.AppendUint64(nil, row.Sum))
		}
	}
	j.sum = hex.EncodeToString(h.Sum(nil))
	return j, nil
}

// mine tells whether a row is this shard's. A letter is always in the same
// one, wherever it stands, so machines need not agree on anything.
func (f *feed) mine(row rows.Row) bool {
	if f.options.Shards < 2 {
		return true
	}
	n := uint64(row.Number)
	if row.Letter != "" {
		h := fnv.New64a()
		io.WriteString(h, strings.ToLower(row.Letter))
		n = h.Sum64() >> 7 // the low bits of FNV follow the last letter's too closely
	}
	return n%uint64(f.options.Shards) == uint64(f.options.Shard-1)
}
