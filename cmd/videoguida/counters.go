// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"videoguida/cmd/internal/cli"
	"videoguida/cmd/internal/progress"
	"videoguida/static/dashboard"
	"videoguida/static/metrics/crm"
	"videoguida/static/metrics/simulate"
	"videoguida/static/metrics/sqlstore"
)

// withDB opens the database that --db names and runs do.
func withDB(where string, do func(ctx context.Context, db *sqlstore.DB) error) (err error) {
	if where == "" {
		return cli.Use("--db is needed")
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	db, err := sqlstore.Open(ctx, where)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return do(ctx, db)
}

// importManifest counts what tokengen made or sent, once for each run.
func importManifest(fs *flag.FlagSet, args []string, std cli.Std) error {
	return importFile(fs, args, std, func(ctx context.Context, db *sqlstore.DB, f io.Reader) (string, error) {
		return "imported; the figures appear after the quarter of an hour", dashboard.ImportManifest(ctx, db, f, std.Now())
	})
}

// importCRM stores daily sums of contacts.
func importCRM(fs *flag.FlagSet, args []string, std cli.Std) error {
	return importFile(fs, args, std, func(ctx context.Context, db *sqlstore.DB, f io.Reader) (string, error) {
		rows, err := crm.Read(f)
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("%d rows imported", len(rows)), db.AddContacts(ctx, rows)
	})
}

// importFile runs do with the database of --db and the file that the command
// names, and prints what do says.
func importFile(fs *flag.FlagSet, args []string, std cli.Std, do func(context.Context, *sqlstore.DB, io.Reader) (string, error)) error {
	where := fs.String("db", "", dbHelp)
	if err := cli.Parse(fs, args, 1); err != nil {
		return err
	}
	return withDB(*where, func(ctx context.Context, db *sqlstore.DB) error {
		f, err := os.Open(fs.Arg(0))
		if err != nil {
			return err
		}
		defer f.Close()
		said, err := do(ctx, db, f)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(std.Out, said)
		return err
	})
}

// backup copies a database while it is in use.
func backup(fs *flag.FlagSet, args []string, std cli.Std) error {
	where := fs.String("db", "", "the SQLite file of the counters")
	if err := cli.Parse(fs, args, 1); err != nil {
		return err
	}
	return withDB(*where, func(ctx context.Context, db *sqlstore.DB) error {
		if err := db.Backup(ctx, fs.Arg(0)); err != nil {
			return err
		}
		_, err := fmt.Fprintf(std.Out, "%s is complete\n", fs.Arg(0))
		return err
	})
}

// demo fills a new database with an invented campaign.
func demo(fs *flag.FlagSet, args []string, std cli.Std) error {
	where := fs.String("db", "", "the SQLite file to make")
	c := simulate.Campaign{ID: "2026q4", Now: std.Now()}
	fs.IntVar(&c.Days, "days", 40, "how long the campaign has lasted")
	fs.Int64Var(&c.Letters, "letters", 60000, "how many letters were sent")
	fs.Uint64Var(&c.Seed, "seed", 1, "the same number invents the same visits")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if c.Days < 1 || c.Days > 365 || c.Letters < 0 || c.Letters > 5_000_000 {
		return cli.Use("--days must be 1 to 365 and --letters up to 5000000")
	}
	c.ID = fmt.Sprintf("%dq%d", c.Now.Year(), (c.Now.Month()+2)/3)
	if _, err := os.Stat(*where); err == nil {
		return fmt.Errorf("%s exists already: the demonstration needs a database of its own", *where)
	}
	bar := progress.Start(std.Err, "inventing", c.Days)
	c.Report = bar.Step
	return withDB(*where, func(ctx context.Context, db *sqlstore.DB) error {
		if err := c.Run(ctx, db); err != nil {
			return err
		}
		_, err := fmt.Fprintf(std.Out, "%s: campaign %s, an invented truth: %.0f%% and %.0f%% of starts are completed in variants a and b, contacts change by %.0f%%\n",
			*where, c.ID, 100*simulate.Completion["a"], 100*simulate.Completion["b"], 100*simulate.Effect)
		return err
	})
}
