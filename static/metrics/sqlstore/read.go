// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"context"
	"time"
)

// Campaigns implements metrics.Store.
func (db *DB) Campaigns(ctx context.Context) ([]string, error) {
	return db.words(ctx, "SELECT name FROM campaign ORDER BY name")
}

// words returns the one column of a query.
func (db *DB) words(ctx context.Context, query string, args ...any) (all []string, err error) {
	rows, err := db.read.QueryContext(ctx, db.q(query), args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, rows.Err()
}

// Last implements metrics.Store.
func (db *DB) Last(ctx context.Context) (last time.Time, err error) {
	for _, span := range []int64{minute, hour, day} {
		var at int64
		err := db.read.QueryRowContext(ctx, db.q("SELECT COALESCE(MAX(bucket), 0) FROM counter WHERE span = ?"), span).Scan(&at)
		if err != nil {
			return last, err
		}
		if t := time.Unix(at, 0).UTC(); at > 0 && t.After(last) {
			last = t
		}
	}
	return last, nil
}
