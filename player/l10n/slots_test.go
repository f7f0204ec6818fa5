// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package l10n

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSlots(t *testing.T) {
	line, alt := Lookup("it").Slots("naspi-durata-1")
	if d := cmp.Diff([]Slot{{"giorni", "days"}, {"mesi", "months"}}, line); d != "" {
		t.Errorf("line (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]Slot{{"decorrenza", "date-dal"}}, alt); d != "" {
		t.Errorf("description (-want +got):\n%s", d)
	}
	if line, alt := Lookup("it").Slots("naspi-saluto-2"); line != nil || alt != nil {
		t.Errorf("a line without slots has %v and %v", line, alt)
	}
}
