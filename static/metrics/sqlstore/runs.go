// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"videoguida/static/metrics"
)

// AddRun counts a run of tokengen and announces its campaigns. What was counted
// of the same run before is not counted again; what it did since is.
func (db *DB) AddRun(ctx context.Context, at time.Time, r metrics.Run) error {
	return db.aloneTx(ctx, func(tx *sql.Tx) error {
		for _, name := range r.Campaigns {
			if _, err := tx.ExecContext(ctx, db.q("INSERT INTO campaign (name) VALUES (?) ON CONFLICT DO NOTHING"), name); err != nil {
				return err
			}
		}
		before, err := db.run(ctx, tx, r.ID)
		if err != nil {
			return err
		}
		var fresh []metrics.Count
		for _, c := range r.Counts {
			if more := c.N - before[c.Key]; more > 0 {
				fresh = append(fresh, metrics.Count{Key: c.Key, N: more})
				before[c.Key] = c.N
			}
		}
		if err := db.upsert(ctx, tx, at.Unix()/minute*minute, fresh); err != nil {
			return err
		}
		return db.setRun(ctx, tx, r.ID, before)
	})
}

// run returns what was counted of a run.
func (db *DB) run(ctx context.Context, tx *sql.Tx, name string) (map[metrics.Key]int64, error) {
	var text string
	err := tx.QueryRowContext(ctx, db.q("SELECT counts FROM run WHERE name = ?"), name).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return map[metrics.Key]int64{}, nil
	}
	if err != nil {
		return nil, err
	}
	var all []metrics.Count
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		return nil, err
	}
	counts := map[metrics.Key]int64{}
	for _, c := range all {
		counts[c.Key] = c.N
	}
	return counts, nil
}

func (db *DB) setRun(ctx context.Context, tx *sql.Tx, name string, counts map[metrics.Key]int64) error {
	text, err := json.Marshal(sorted(counts))
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, db.q("INSERT INTO run (name, counts) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET counts = excluded.counts"), name, string(text))
	return err
}
