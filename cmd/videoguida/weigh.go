// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"flag"
	"fmt"
	"io"

	"videoguida/cmd/internal/cli"
	"videoguida/static/build"
	"videoguida/static/build/weigh"
)

func weighProgram(fs *flag.FlagSet, args []string, std cli.Std) error {
	o := build.Options{Root: "."}
	top := fs.Int("top", 25, "how many packages to print, 0 for all")
	fs.BoolVar(&o.Stock, "stock", false, "the film with Ebitengine as it is published")
	if err := cli.Parse(fs, args, 1); err != nil {
		return err
	}
	p, err := build.Weigh(o, fs.Arg(0))
	if err != nil {
		return err
	}
	printWeight(std.Out, p, *top)
	return nil
}

// printWeight prints the heaviest packages, in kB of 1000 bytes.
func printWeight(w io.Writer, p weigh.Program, top int) {
	kB := func(n int) float64 { return float64(n) / 1000 }
	fmt.Fprintf(w, "%.1f kB with names: %.1f of functions, %.1f of data\n\n", kB(p.Total), kB(p.Code), kB(p.Data))
	fmt.Fprintf(w, "%9s %9s %9s  %s\n", "deflated", "bytes", "functions", "package")
	for i, part := range p.Parts {
		if top > 0 && i == top {
			fmt.Fprintf(w, "and %d more: --top 0 prints them\n", len(p.Parts)-top)
			return
		}
		fmt.Fprintf(w, "%6.1f kB %6.1f kB %9d  %s\n", kB(part.Packed), kB(part.Code), part.Functions, part.Package)
	}
}
