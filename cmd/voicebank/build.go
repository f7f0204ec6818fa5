// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"videoguida/cmd/internal/cli"
	"videoguida/cmd/voicebank/internal/build"
	"videoguida/cmd/voicebank/internal/carrier"
	"videoguida/cmd/voicebank/internal/engine"
	"videoguida/cmd/voicebank/internal/mp3"
	"videoguida/cmd/voicebank/internal/names"
	"videoguida/cmd/voicebank/internal/reference"
	"videoguida/player/l10n"
)

// pico is the synthesiser of the development voice.
const pico = "pico2wave -l it-IT -w {out} {text}"

type buildOptions struct {
	bank, names, engine, studio, cache, festival, lame *string
	takes, workers                                     *int
}

func buildBank(fs *flag.FlagSet, args []string, std cli.Std) error {
	o := buildOptions{
		bank: bankOption(fs), names: namesOption(fs),
		engine:   fs.String("engine", pico, "the synthesiser's command, with {text} and {out}"),
		studio:   fs.String("import", "", "a folder with sheet.csv and a person's WAV files, instead of a synthesiser"),
		cache:    fs.String("cache", ".cache/voice", "what was synthesised before; only changed phrases are said again"),
		festival: fs.String("festival", "festival", "the program festival, with the voice festvox-italp16k, for alignment"),
		lame:     fs.String("lame", "lame", "the program lame"),
		takes:    fs.Int("takes", 3, "takes of each number and date to choose from, 1 to 5; a person records one"),
		workers:  fs.Int("workers", 2, "phrases worked on at the same time"),
	}
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if *o.takes < 1 || *o.takes > 5 || *o.workers < 1 {
		return cli.Use("--takes must be 1 to 5, --workers at least 1")
	}
	return o.make(std.Out)
}

func (o buildOptions) make(out io.Writer) error {
	voice, takes, err := o.voice()
	if err != nil {
		return err
	}
	carriers, err := readCarriers(*o.names, takes)
	if err != nil {
		return err
	}
	lame := mp3.Lame{Program: *o.lame, Kbps: 24}
	delay, err := lame.Delay()
	if err != nil {
		return err
	}
	said, err := build.Maker{
		Voice: voice, Lame: lame, Workers: *o.workers, Progress: os.Stderr,
		Reference: reference.Festival{Program: *o.festival, Cache: filepath.Join(*o.cache, "reference")},
	}.Make(carriers, delay)
	if err != nil {
		return err
	}
	tellAlignment(out, said)
	return build.Write(*o.bank, build.Pack(build.Best(said), "it", delay))
}

// voice returns who says the phrases, and how many takes there are.
func (o buildOptions) voice() (engine.Voice, int, error) {
	if *o.studio != "" {
		v, err := engine.OpenStudio(*o.studio)
		return v, 1, err
	}
	v, err := engine.ParseCommand(*o.engine, filepath.Join(*o.cache, "engine"))
	return v, *o.takes, err
}

func readCarriers(list string, takes int) ([]carrier.Carrier, error) {
	all, err := readNames(list)
	if err != nil {
		return nil, err
	}
	spelled := make([]carrier.Spelling, len(all))
	for i, n := range all {
		spelled[i] = carrier.Spelling{Name: n.Text, Said: n.Said}
	}
	return carrier.Choose(l10n.Lookup("it"), spelled, takes)
}

func readNames(file string) ([]names.Name, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	all, err := names.Parse(string(b))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return all, nil
}

// tellAlignment says how sure the cuts are.
func tellAlignment(out io.Writer, said []build.Said) {
	slices.SortFunc(said, func(a, b build.Said) int { return int((b.Cost - a.Cost) * 1e6) })
	fmt.Fprintf(out, "alignment of %d phrases: distance %.2f at the median; least sure:\n", len(said), said[len(said)/2].Cost)
	for _, s := range said[:min(5, len(said))] {
		fmt.Fprintf(out, "  %.2f %s: %s\n", s.Cost, s.Carrier.Name, s.Carrier.Text)
	}
}
