// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"testing"

	"videoguida/cmd/internal/script"
)

func TestMain(m *testing.M) { script.Main(m, "flyer", tool.MainAt) }

func TestScripts(t *testing.T) { script.Run(t) }
