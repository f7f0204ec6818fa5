// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Command gen writes docs/METRICS.md from the declared list, so that what is
// published about the counters is what the server takes.
package main

import (
	"log"
	"os"
	"path/filepath"

	"videoguida/static/metrics/declared"
)

func main() {
	name := filepath.Join("..", "..", "..", "docs", "METRICS.md")
	if err := os.WriteFile(name, []byte(declared.Document()), 0o644); err != nil {
		log.Fatalf("metrics: %v", err)
	}
}
