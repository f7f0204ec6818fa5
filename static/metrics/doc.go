// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package metrics counts how the guide is used, and keeps counters alone.
//
// A batch of milestones goes through four rooms:
//
//	Handler → Parse → Gather → Store
//
// [Handler] answers POST /m, holds floods off and says in a header why a batch
// is refused; [Parse] takes what package declared lists; [Gather] puts the
// batches that arrive together into one transaction and answers each only when
// the store says that they are on the disk; a [Store] (package sqlstore, on
// SQLite or PostgreSQL) adds to counters by minute and remembers each batch's
// nonce in the same transaction, so that nothing is counted twice.
//
// Nothing leaves as it was counted: package release rounds and suppresses, and
// dashboard, files and /metrics know its figures alone.
package metrics
