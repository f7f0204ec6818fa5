// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build amd64

package naspi

import (
	"flag"
	"testing"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestFrames compares each marker's picture with the one that somebody looked
// at. To accept a change that you have looked at: go test -run TestFrames
// -update.
func TestFrames(t *testing.T) { suite().Frames(t, *update, profiles()[0], profiles()[7]) }
