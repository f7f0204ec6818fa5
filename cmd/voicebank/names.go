// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"flag"
	"fmt"
	"os"

	"videoguida/cmd/internal/cli"
	"videoguida/cmd/voicebank/internal/names"
)

func dealNames(fs *flag.FlagSet, args []string, std cli.Std) error {
	list := namesOption(fs)
	file := fs.String("out", "player/voice/names_gen.go", "the Go file to write")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	all, err := readNames(*list)
	if err != nil {
		return err
	}
	for i, pack := range names.Deal(all) {
		fmt.Fprintf(std.Out, "pack %d: %d names, %.2f %% of people\n", i, len(pack), 100*float64(names.Weight(pack))/float64(names.Weight(all)))
	}
	return os.WriteFile(*file, []byte(names.Source(all)), 0o644)
}
