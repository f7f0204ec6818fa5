// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"testing"

	"videoguida/cmd/internal/script"
)

func TestMain(m *testing.M) { script.Main(m, "videoguida", program.MainAt) }

// TestScripts runs the command as a person would; testdata tells what they see.
func TestScripts(t *testing.T) { script.Run(t) }
