// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/static/metrics/crm"
)

func testContacts(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	rows := []crm.Row{
		{Day: "2026-11-02", Topic: "naspi", Channel: "telefono", Contacts: 120, Population: 40000, Treated: true},
		{Day: "2026-11-02", Topic: "pensione", Channel: "telefono", Contacts: 80, Population: 30000},
	}
	must(t, db.AddContacts(t.Context(), rows))
	rows[1].Contacts = 81
	must(t, db.AddContacts(t.Context(), rows[1:]))
	got, err := db.Contacts(t.Context())
	if d := cmp.Diff(rows, got); d != "" || err != nil {
		t.Error(d, err)
	}
}
