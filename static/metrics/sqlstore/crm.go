// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"context"
	"database/sql"

	"videoguida/static/metrics/crm"
)

// AddContacts stores rows of a CRM export; a row for the same day, topic and
// channel takes the place of an older one.
func (db *DB) AddContacts(ctx context.Context, rows []crm.Row) error {
	return db.tx(ctx, func(tx *sql.Tx) error {
		s, err := tx.PrepareContext(ctx, db.q("INSERT INTO crm (day, topic, channel, contacts, population, treated) VALUES (?, ?, ?, ?, ?, ?)"+
			" ON CONFLICT (day, topic, channel) DO UPDATE SET contacts = excluded.contacts, population = excluded.population, treated = excluded.treated"))
		if err != nil {
			return err
		}
		defer s.Close()
		for _, r := range rows {
			if _, err := s.ExecContext(ctx, r.Day, r.Topic, r.Channel, r.Contacts, r.Population, flag(r.Treated)); err != nil {
				return err
			}
		}
		return nil
	})
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// Contacts returns all rows by day, topic and channel.
func (db *DB) Contacts(ctx context.Context) (all []crm.Row, err error) {
	rows, err := db.read.QueryContext(ctx, "SELECT day, topic, channel, contacts, population, treated FROM crm ORDER BY day, topic, channel")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var r crm.Row
		var treated int64
		if err := rows.Scan(&r.Day, &r.Topic, &r.Channel, &r.Contacts, &r.Population, &treated); err != nil {
			return nil, err
		}
		r.Treated = treated == 1
		all = append(all, r)
	}
	return all, rows.Err()
}
