// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// schema is the version that this program writes.
const schema = 1

// tables is the schema. counter holds what was counted: span is the length of
// the bucket in seconds (60, 3600, or 86400 for a day of Rome, which may be an
// hour longer or shorter) and bucket its start in Unix seconds; a count is at
// one span alone. released holds what was published of it, and carry what was
// counted and not published yet; run what was counted of each run of tokengen. A
// nonce is forgotten after two days.
var tables = []string{
	`CREATE TABLE IF NOT EXISTS meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)`,
	`CREATE TABLE IF NOT EXISTS nonce (b TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)`,
	`CREATE TABLE IF NOT EXISTS counter (span BIGINT NOT NULL, bucket BIGINT NOT NULL,
		campaign TEXT NOT NULL, metric TEXT NOT NULL, value TEXT NOT NULL, d1 TEXT NOT NULL, d2 TEXT NOT NULL,
		n BIGINT NOT NULL, PRIMARY KEY (span, bucket, campaign, metric, value, d1, d2))`,
	`CREATE TABLE IF NOT EXISTS released (step BIGINT NOT NULL,
		campaign TEXT NOT NULL, metric TEXT NOT NULL, value TEXT NOT NULL, d1 TEXT NOT NULL, d2 TEXT NOT NULL,
		n BIGINT NOT NULL, PRIMARY KEY (step, campaign, metric, value, d1, d2))`,
	`CREATE TABLE IF NOT EXISTS carry (campaign TEXT NOT NULL, metric TEXT NOT NULL, value TEXT NOT NULL,
		d1 TEXT NOT NULL, d2 TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (campaign, metric, value, d1, d2))`,
	`CREATE TABLE IF NOT EXISTS campaign (name TEXT NOT NULL PRIMARY KEY)`,
	`CREATE TABLE IF NOT EXISTS run (name TEXT NOT NULL PRIMARY KEY, counts TEXT NOT NULL)`,
	`CREATE TABLE IF NOT EXISTS crm (day TEXT NOT NULL, topic TEXT NOT NULL, channel TEXT NOT NULL,
		contacts BIGINT NOT NULL, population BIGINT NOT NULL, treated BIGINT NOT NULL,
		PRIMARY KEY (day, topic, channel))`,
}

// migrate makes the tables, or finds them as this program knows them.
func (db *DB) migrate(ctx context.Context) error {
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := db.alone(ctx, tx); err != nil {
		return err
	}
	for _, t := range tables {
		if _, err := tx.ExecContext(ctx, t+db.d.table); err != nil {
			return err
		}
	}
	if err := db.version(ctx, tx); err != nil {
		return err
	}
	if err := db.durable(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// durable refuses a PostgreSQL that does not sync: nothing could be promised.
func (db *DB) durable(ctx context.Context, tx *sql.Tx) error {
	if !db.d.postgres {
		return nil
	}
	var set string
	if err := tx.QueryRowContext(ctx, "SHOW fsync").Scan(&set); err != nil {
		return err
	}
	if set != "on" {
		return errors.New("the server runs with fsync off: counts would be lost")
	}
	return nil
}

// alone keeps the other hosts of a PostgreSQL out until the transaction ends:
// they start, or make counters coarser, one after the other.
func (db *DB) alone(ctx context.Context, tx *sql.Tx) error {
	if !db.d.postgres {
		return nil // a transaction that writes is alone
	}
	_, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock(7203)")
	return err
}

// version checks the schema's version and sets it in a new database, with the
// secret that decides how figures are rounded.
func (db *DB) version(ctx context.Context, tx *sql.Tx) error {
	var v string
	err := tx.QueryRowContext(ctx, db.q("SELECT value FROM meta WHERE name = ?"), "schema").Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		_, err = tx.ExecContext(ctx, db.q("INSERT INTO meta (name, value) VALUES (?, ?), (?, ?)"),
			"schema", strconv.Itoa(schema), "secret", secret())
		return err
	}
	if err != nil {
		return err
	}
	if n, err := strconv.Atoi(v); err != nil || n > schema {
		return fmt.Errorf("its schema is version %s, this program knows %d: use the program that wrote it", strings.TrimSpace(v), schema)
	}
	return nil
}

func secret() string {
	b := make([]byte, 32)
	rand.Read(b)
	return hex.EncodeToString(b)
}
