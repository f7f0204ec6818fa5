// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"videoguida/static/metrics"
)

// How long buckets stay: minutes, hours, and days after a campaign's last
// count. A nonce outlives every retry of a browser.
const (
	keepMinutes = 48 * time.Hour
	keepHours   = 60 * 24 * time.Hour
	keepDays    = 365 * 24 * time.Hour
	keepNonces  = 48 * time.Hour
)

// Spans of coarser buckets, s; a day of Rome may be an hour longer or shorter.
const (
	hour = 3600
	day  = 86400
)

// Compact implements metrics.Store.
func (db *DB) Compact(ctx context.Context, now time.Time) error {
	before := now.Add(-keepMinutes).Truncate(time.Hour)
	err := db.aloneTx(ctx, func(tx *sql.Tx) error { return db.hours(ctx, tx, before.Unix()) })
	if err != nil {
		return fmt.Errorf("minutes into hours: %w", err)
	}
	if err := db.days(ctx, metrics.Midnight(now.Add(-keepHours))); err != nil {
		return fmt.Errorf("hours into days: %w", err)
	}
	return db.forget(ctx, now)
}

func (db *DB) tx(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := do(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// aloneTx is a transaction in which no other host makes counters coarser: two
// would move the same counts twice.
func (db *DB) aloneTx(ctx context.Context, do func(tx *sql.Tx) error) error {
	return db.tx(ctx, func(tx *sql.Tx) error {
		if err := db.alone(ctx, tx); err != nil {
			return err
		}
		return do(tx)
	})
}

const intoCounter = "INSERT INTO counter (span, bucket, campaign, metric, value, d1, d2, n) "

const grouped = " GROUP BY campaign, metric, value, d1, d2"

const adding = " ON CONFLICT (span, bucket, campaign, metric, value, d1, d2) DO UPDATE SET n = counter.n + excluded.n"

// hours moves all minutes before a time into their hours. Rome's days begin at
// whole hours of UTC.
func (db *DB) hours(ctx context.Context, tx *sql.Tx, before int64) error {
	_, err := tx.ExecContext(ctx, db.q(intoCounter+
		"SELECT 3600, bucket / 3600 * 3600, campaign, metric, value, d1, d2, SUM(n) FROM counter "+
		"WHERE span = 60 AND bucket < ?"+grouped+", bucket / 3600"+adding), before)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, db.q("DELETE FROM counter WHERE span = 60 AND bucket < ?"), before)
	return err
}

// days moves the hours before a midnight into their days, a day at a time.
func (db *DB) days(ctx context.Context, before time.Time) error {
	for {
		var first int64
		err := db.read.QueryRowContext(ctx, "SELECT COALESCE(MIN(bucket), 0) FROM counter WHERE span = 3600").Scan(&first)
		if err != nil || first == 0 || first >= before.Unix() {
			return err
		}
		midnight := metrics.Midnight(time.Unix(first, 0))
		if err := db.aloneTx(ctx, func(tx *sql.Tx) error { return db.day(ctx, tx, midnight) }); err != nil {
			return err
		}
	}
}

func (db *DB) day(ctx context.Context, tx *sql.Tx, midnight time.Time) error {
	from, to := midnight.Unix(), metrics.NextDay(midnight).Unix()
	_, err := tx.ExecContext(ctx, db.q(intoCounter+
		"SELECT 86400, CAST(? AS BIGINT), campaign, metric, value, d1, d2, SUM(n) FROM counter "+
		"WHERE span = 3600 AND bucket >= ? AND bucket < ?"+grouped+adding), from, from, to)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, db.q("DELETE FROM counter WHERE span = 3600 AND bucket >= ? AND bucket < ?"), from, to)
	return err
}

// forget deletes what is past its time: nonces, and campaigns whose
// last count is a year old. What names no campaign goes day by day.
func (db *DB) forget(ctx context.Context, now time.Time) error {
	old := unix(now.Add(-keepDays))
	past, err := db.words(ctx, "SELECT campaign FROM counter GROUP BY campaign HAVING MAX(bucket) < ?", old)
	if err != nil {
		return err
	}
	return db.tx(ctx, func(tx *sql.Tx) error {
		err := db.each(ctx, tx, []string{"DELETE FROM nonce WHERE at < ?"}, unix(now.Add(-keepNonces)))
		if err == nil {
			err = db.each(ctx, tx, []string{
				"DELETE FROM counter WHERE campaign = 'none' AND bucket < ?",
				"DELETE FROM released WHERE campaign = 'none' AND step < ?",
			}, old)
		}
		for _, name := range past {
			if err == nil {
				err = db.each(ctx, tx, []string{
					"DELETE FROM counter WHERE campaign = ?", "DELETE FROM released WHERE campaign = ?",
					"DELETE FROM carry WHERE campaign = ?", "DELETE FROM campaign WHERE name = ?",
				}, name)
			}
		}
		return err
	})
}

// each runs statements that take one argument.
func (db *DB) each(ctx context.Context, tx *sql.Tx, statements []string, arg any) error {
	for _, s := range statements {
		if _, err := tx.ExecContext(ctx, db.q(s), arg); err != nil {
			return err
		}
	}
	return nil
}
