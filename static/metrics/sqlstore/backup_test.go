// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"videoguida/static/metrics"
)

// TestBackup: a copy made while batches come in is whole, has no batch in part,
// and replaces nothing.
func TestBackup(t *testing.T) {
	dir := t.TempDir()
	db := opened(filepath.Join(dir, "guida.db"))(t)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
				must(t, db.Add(t.Context(), at("2026-11-26T10:00:00Z"), []metrics.Batch{batch(fmt.Sprint("n", i, "-"), open1(1), qr(1))}))
			}
		}
	})
	path := filepath.Join(dir, "copy.db")
	err := db.Backup(t.Context(), path)
	close(stop)
	wg.Wait()
	must(t, err)
	copied := opened(path)(t)
	must(t, copied.Check(t.Context()))
	all := total(t, copied)
	if len(all) != 0 && (len(all) != 2 || all[0].N != all[1].N) {
		t.Errorf("a batch in part: %v", all)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if err := db.Backup(t.Context(), path); err == nil || !strings.Contains(err.Error(), "exists already") {
		t.Errorf("a second copy: %v", err)
	}
}
