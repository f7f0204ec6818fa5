// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package sqlstore keeps counters in SQLite (one host, one file) or in
// PostgreSQL (several hosts), with one set of statements for both.
//
// A transaction of Add is on the disk when it returns: SQLite runs in WAL mode
// with synchronous=FULL, which syncs the log at every commit. After an error of
// the disk itself, or a damaged page, the store takes nothing more until it is
// opened again: what the system still holds in memory can no longer be trusted.
// A full disk is no such error; the next batch is tried.
package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// DB is an open store.
type DB struct {
	write, read *sql.DB
	d           dialect
	nonces      inserts
	counters    inserts
	broken      atomic.Pointer[error]
}

// dialect is where the two databases differ.
type dialect struct {
	postgres bool
	table    string // ends CREATE TABLE
	path     string // of SQLite's file
}

// Open opens the store that where names: postgres://…, or the path of a file,
// made when it is missing. A schema newer than this program is refused.
func Open(ctx context.Context, where string) (*DB, error) {
	db := &DB{}
	var err error
	if strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://") {
		err = db.openPostgres(where)
	} else {
		err = db.openSQLite(where)
	}
	if err == nil {
		err = db.prepare(ctx)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("database: %w", err), db.Close())
	}
	return db, nil
}

// errAddress stands for what the driver says of an address, which may hold a
// password.
var errAddress = errors.New("the address postgres://… cannot be read")

// openPostgres opens connections whose commits wait for the disk, whatever the
// server's own setting is.
func (db *DB) openPostgres(where string) error {
	c, err := pgx.ParseConfig(where)
	if err != nil {
		return errAddress
	}
	c.RuntimeParams["synchronous_commit"] = "on"
	db.d = dialect{postgres: true}
	db.write = stdlib.OpenDB(*c)
	db.write.SetMaxOpenConns(8)
	db.read = db.write
	return nil
}

// openSQLite opens one connection that writes and a few that read.
func (db *DB) openSQLite(path string) (err error) {
	db.d = dialect{table: " WITHOUT ROWID", path: path}
	if err := creatable(path); err != nil {
		return err
	}
	uri := (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath()}).String() +
		"?_pragma=busy_timeout(2000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=cache_size(-8000)"
	if db.write, err = sql.Open("sqlite", uri+"&_txlock=immediate"); err != nil {
		return err
	}
	db.write.SetMaxOpenConns(1)
	if db.read, err = sql.Open("sqlite", uri+"&_pragma=query_only(1)"); err != nil {
		return err
	}
	db.read.SetMaxOpenConns(2)
	return nil
}

// creatable makes the file when it is missing, readable by its owner alone: the
// counters inside are not rounded yet.
func creatable(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func (db *DB) prepare(ctx context.Context) (err error) {
	if err := db.migrate(ctx); err != nil {
		return err
	}
	if db.nonces, err = db.inserts(ctx, "INSERT INTO nonce (b, at) VALUES ", 2,
		" ON CONFLICT DO NOTHING RETURNING b"); err != nil {
		return err
	}
	db.counters, err = db.inserts(ctx, "INSERT INTO counter (span, bucket, campaign, metric, value, d1, d2, n) VALUES ", 8,
		" ON CONFLICT (span, bucket, campaign, metric, value, d1, d2) DO UPDATE SET n = counter.n + excluded.n")
	return err
}

// Close implements metrics.Store.
func (db *DB) Close() error {
	var errs []error
	for _, p := range []*sql.DB{db.read, db.write} {
		if p != nil {
			errs = append(errs, p.Close())
		}
	}
	return errors.Join(errs...)
}

// q writes a statement's question marks as the database numbers them.
func (db *DB) q(statement string) string {
	if !db.d.postgres {
		return statement
	}
	var b strings.Builder
	n := 0
	for _, c := range statement {
		if c == '?' {
			n++
			b.WriteString("$" + strconv.Itoa(n))
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}
