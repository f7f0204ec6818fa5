// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"strconv"
	"time"

	"videoguida/static/metrics"
	"videoguida/static/metrics/release"
)

// Secret implements release.Store.
func (db *DB) Secret(ctx context.Context) ([]byte, error) {
	s, err := db.meta(ctx, "secret")
	if err != nil {
		return nil, err
	}
	return hex.DecodeString(s)
}

func (db *DB) meta(ctx context.Context, name string) (value string, err error) {
	err = db.read.QueryRowContext(ctx, db.q("SELECT value FROM meta WHERE name = ?"), name).Scan(&value)
	return value, err
}

func markName(live bool) string {
	if live {
		return "released live"
	}
	return "released days"
}

// Mark implements release.Store.
func (db *DB) Mark(ctx context.Context, live bool) (time.Time, error) {
	s, err := db.meta(ctx, markName(live))
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	if err != nil {
		return time.Time{}, err
	}
	at, err := strconv.ParseInt(s, 10, 64)
	return time.Unix(at, 0).UTC(), err
}

// Next implements release.Store.
func (db *DB) Next(ctx context.Context, from time.Time) (time.Time, error) {
	var at sql.NullInt64
	err := db.read.QueryRowContext(ctx, db.q("SELECT MIN(bucket) FROM counter WHERE bucket >= ?"), unix(from)).Scan(&at)
	if err != nil || !at.Valid {
		return time.Time{}, err
	}
	return time.Unix(at.Int64, 0).UTC(), nil
}

// unix is the zero time's 0 too.
func unix(t time.Time) int64 { return max(0, t.Unix()) }

// Counted implements release.Store.
func (db *DB) Counted(ctx context.Context, from, to time.Time) ([]metrics.Count, error) {
	return db.counts(ctx, "SELECT campaign, metric, value, d1, d2, SUM(n) FROM counter WHERE bucket >= ? AND bucket < ?"+grouped, unix(from), unix(to))
}

// Carried implements release.Store.
func (db *DB) Carried(ctx context.Context) ([]metrics.Count, error) {
	return db.counts(ctx, "SELECT campaign, metric, value, d1, d2, n FROM carry")
}

func (db *DB) counts(ctx context.Context, query string, args ...any) (all []metrics.Count, err error) {
	rows, err := db.read.QueryContext(ctx, db.q(query), args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var c metrics.Count
		if err := rows.Scan(&c.Campaign, &c.Metric, &c.Value, &c.D1, &c.D2, &c.N); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}

// Publish implements release.Store.
func (db *DB) Publish(ctx context.Context, s release.Step) error {
	return db.tx(ctx, func(tx *sql.Tx) error {
		if err := db.advance(ctx, tx, s); err != nil {
			return err
		}
		for _, c := range s.Out {
			_, err := tx.ExecContext(ctx, db.q("INSERT INTO released (step, campaign, metric, value, d1, d2, n) VALUES (?, ?, ?, ?, ?, ?, ?)"+
				" ON CONFLICT (step, campaign, metric, value, d1, d2) DO UPDATE SET n = released.n + excluded.n"),
				s.Start.Unix(), c.Campaign, c.Metric, c.Value, c.D1, c.D2, c.N)
			if err != nil {
				return err
			}
		}
		return db.carry(ctx, tx, s.Carry)
	})
}

// advance moves the mark, if nobody did.
func (db *DB) advance(ctx context.Context, tx *sql.Tx, s release.Step) error {
	old, now := strconv.FormatInt(unix(s.Mark), 10), strconv.FormatInt(s.End.Unix(), 10)
	_, err := tx.ExecContext(ctx, db.q("INSERT INTO meta (name, value) VALUES (?, '0') ON CONFLICT DO NOTHING"), markName(s.Live))
	if err != nil {
		return err
	}
	r, err := tx.ExecContext(ctx, db.q("UPDATE meta SET value = ? WHERE name = ? AND value = ?"), now, markName(s.Live), old)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n != 1 {
		return errors.Join(err, release.ErrDone)
	}
	return nil
}

func (db *DB) carry(ctx context.Context, tx *sql.Tx, all []metrics.Count) error {
	set, err := tx.PrepareContext(ctx, db.q("INSERT INTO carry (campaign, metric, value, d1, d2, n) VALUES (?, ?, ?, ?, ?, ?)"+
		" ON CONFLICT (campaign, metric, value, d1, d2) DO UPDATE SET n = excluded.n"))
	if err != nil {
		return err
	}
	defer set.Close()
	for _, c := range all {
		if _, err := set.ExecContext(ctx, c.Campaign, c.Metric, c.Value, c.D1, c.D2, c.N); err != nil {
			return err
		}
	}
	return nil
}

// Released returns what was published of the steps from one time up to another,
// added up.
func (db *DB) Released(ctx context.Context, campaign string, from, to time.Time) ([]metrics.Count, error) {
	return db.counts(ctx, "SELECT campaign, metric, value, d1, d2, SUM(n) FROM released WHERE campaign = ? AND step >= ? AND step < ?"+grouped,
		campaign, unix(from), unix(to))
}

// Point is a published figure of one step.
type Point struct {
	Start time.Time
	Count metrics.Count
}

// Series returns what was published of a campaign's totals, step by step.
func (db *DB) Series(ctx context.Context, campaign string, from, to time.Time) (all []Point, err error) {
	rows, err := db.read.QueryContext(ctx, db.q("SELECT step, metric, n FROM released "+
		"WHERE campaign = ? AND step >= ? AND step < ? AND value = '' AND d1 = '' ORDER BY step, metric"), campaign, unix(from), unix(to))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		p := Point{Count: metrics.Count{Key: metrics.Key{Campaign: campaign}}}
		var step int64
		if err := rows.Scan(&step, &p.Count.Metric, &p.Count.N); err != nil {
			return nil, err
		}
		p.Start = time.Unix(step, 0).UTC()
		all = append(all, p)
	}
	return all, rows.Err()
}

// Published returns the campaigns of which something was published, with the
// first and the last step.
func (db *DB) Published(ctx context.Context) (all []Span, err error) {
	rows, err := db.read.QueryContext(ctx, "SELECT campaign, MIN(step), MAX(step) FROM released GROUP BY campaign ORDER BY MAX(step) DESC, campaign")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s Span
		var first, last int64
		if err := rows.Scan(&s.Campaign, &first, &last); err != nil {
			return nil, err
		}
		s.First, s.Last = time.Unix(first, 0).UTC(), time.Unix(last, 0).UTC()
		all = append(all, s)
	}
	return all, rows.Err()
}

// Span is a campaign and when its first and last published steps began.
type Span struct {
	Campaign    string
	First, Last time.Time
}
