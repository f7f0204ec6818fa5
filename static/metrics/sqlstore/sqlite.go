// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Backup writes the whole database into a new file while batches go on coming:
// SQLite's VACUUM INTO. The file appears under its name when it is complete.
func (db *DB) Backup(ctx context.Context, path string) error {
	if db.d.postgres {
		return errors.New("backup: this database is PostgreSQL's: use pg_dump")
	}
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("backup: %s exists already", path)
	}
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if _, err := db.write.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	if err := errors.Join(os.Chmod(part, 0o600), synced(part)); err != nil {
		return err
	}
	return os.Rename(part, path)
}

func synced(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Checkpoint moves what SQLite's log holds into the file. SQLite does so by
// itself now and then; batches go on coming meanwhile.
func (db *DB) Checkpoint(ctx context.Context) error {
	if db.d.postgres {
		return nil
	}
	_, err := db.read.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)")
	return err
}

// Check reads every page and index of an SQLite database and returns what is
// wrong with them.
func (db *DB) Check(ctx context.Context) error {
	if db.d.postgres {
		return db.read.PingContext(ctx)
	}
	var said string
	if err := db.read.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		return errors.New("database: damaged: " + said)
	}
	return nil
}

// Lock keeps every other writer out until unlock is called, for copies that
// another program makes of the files.
func (db *DB) Lock(ctx context.Context) (unlock func(), err error) {
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	return func() { tx.Rollback() }, nil
}
