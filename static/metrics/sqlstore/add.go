// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"videoguida/static/metrics"
)

// minute is the span of a bucket that is being counted.
const minute = 60

// sizes are the numbers of rows of the prepared inserts, the largest first.
var sizes = [...]int{64, 16, 4, 1}

// inserts is one insert prepared for several numbers of rows.
type inserts struct {
	width int // values a row
	stmts [len(sizes)]*sql.Stmt
}

func (db *DB) inserts(ctx context.Context, head string, width int, tail string) (in inserts, err error) {
	in.width = width
	row := "(?" + strings.Repeat(", ?", width-1) + ")"
	for i, n := range sizes {
		s := head + row + strings.Repeat(", "+row, n-1) + tail
		if in.stmts[i], err = db.write.PrepareContext(ctx, db.q(s)); err != nil {
			return in, err
		}
	}
	return in, nil
}

// each runs the insert over all values, as many rows at a time as fit.
func (in inserts) each(values []any, run func(s *sql.Stmt, values []any) error) error {
	for i, n := range sizes {
		for w := n * in.width; len(values) >= w; values = values[w:] {
			if err := run(in.stmts[i], values[:w]); err != nil {
				return err
			}
		}
	}
	return nil
}

// Add implements metrics.Store.
func (db *DB) Add(ctx context.Context, at time.Time, batches []metrics.Batch) error {
	if err := db.Health(); err != nil {
		return err
	}
	err := db.add(ctx, at.Unix()/minute*minute, batches)
	if err != nil && fatal(err) {
		db.broken.CompareAndSwap(nil, &err)
	}
	return err
}

// Health returns the error after which the store takes nothing more, or nil.
func (db *DB) Health() error {
	if e := db.broken.Load(); e != nil {
		return *e
	}
	return nil
}

// fatal reports whether what the system holds in memory of the file may no
// longer be what is on the disk.
func fatal(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return true
	}
	return false
}

func (db *DB) add(ctx context.Context, bucket int64, batches []metrics.Batch) error {
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	fresh, err := db.fresh(ctx, tx, bucket, batches)
	if err != nil {
		return err
	}
	err = db.upsert(ctx, tx, bucket, sum(batches, fresh))
	if err != nil {
		return err
	}
	return tx.Commit()
}

// fresh stores the nonces and returns those that were not there.
func (db *DB) fresh(ctx context.Context, tx *sql.Tx, at int64, batches []metrics.Batch) (map[string]bool, error) {
	fresh := make(map[string]bool, len(batches))
	values := make([]any, 0, 2*len(batches))
	sorted := slices.SortedFunc(slices.Values(batches), func(a, b metrics.Batch) int { return cmp.Compare(a.Nonce, b.Nonce) })
	for i, b := range sorted { // in one order, or two hosts would wait for each other
		if i == 0 || b.Nonce != sorted[i-1].Nonce {
			values = append(values, b.Nonce, at)
		}
	}
	err := db.nonces.each(values, func(s *sql.Stmt, values []any) error {
		rows, err := tx.StmtContext(ctx, s).QueryContext(ctx, values...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var b string
			if err := rows.Scan(&b); err != nil {
				return err
			}
			fresh[b] = true
		}
		return rows.Err()
	})
	return fresh, err
}

// sum adds up the batches whose nonces are fresh, each nonce once, in the order
// of the keys.
func sum(batches []metrics.Batch, fresh map[string]bool) []metrics.Count {
	total := map[metrics.Key]int64{}
	for _, b := range batches {
		if !fresh[b.Nonce] {
			continue
		}
		delete(fresh, b.Nonce)
		for _, c := range b.Counts {
			total[c.Key] += c.N
		}
	}
	return sorted(total)
}

func sorted(total map[metrics.Key]int64) []metrics.Count {
	counts := make([]metrics.Count, 0, len(total))
	for k, n := range total {
		counts = append(counts, metrics.Count{Key: k, N: n})
	}
	slices.SortFunc(counts, func(a, b metrics.Count) int { return metrics.Compare(a.Key, b.Key) })
	return counts
}

func (db *DB) upsert(ctx context.Context, tx *sql.Tx, bucket int64, counts []metrics.Count) error {
	values := make([]any, 0, 8*len(counts))
	for _, c := range counts {
		values = append(values, int64(minute), bucket, c.Campaign, c.Metric, c.Value, c.D1, c.D2, c.N)
	}
	return db.counters.each(values, func(s *sql.Stmt, values []any) error {
		_, err := tx.StmtContext(ctx, s).ExecContext(ctx, values...)
		return err
	})
}
