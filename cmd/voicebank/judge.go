// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"videoguida/cmd/internal/cli"
	"videoguida/cmd/voicebank/internal/engine"
	"videoguida/cmd/voicebank/internal/qc"
	"videoguida/player/l10n"
)

func judge(fs *flag.FlagSet, args []string, std cli.Std) error {
	bank := bankOption(fs)
	file := fs.String("report", "", "also write the figures to this JSON file")
	template := fs.String("engine", "", "a synthesiser's command: also compare lengths with its whole sentences")
	cache := fs.String("cache", ".cache/voice/engine", "what it said before")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	l, err := qc.Open(*bank)
	if err != nil {
		return err
	}
	it := l10n.Lookup("it")
	r, err := l.Judge(it)
	if err != nil {
		return err
	}
	if *template != "" && len(r.Faults) == 0 {
		v, err := engine.ParseCommand(*template, *cache)
		if err != nil {
			return err
		}
		if err := l.Compare(r, it, v); err != nil {
			return err
		}
	}
	r.Tell(std.Out)
	if *file != "" {
		b, err := json.MarshalIndent(r, "", "  ")
		if err != nil {
			return err
		}
		if err := os.WriteFile(*file, append(b, '\n'), 0o644); err != nil {
			return err
		}
	}
	if n := len(r.Faults); n > 0 {
		return fmt.Errorf("the bank has %d faults", n)
	}
	return nil
}
