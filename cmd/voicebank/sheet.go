// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"videoguida/cmd/internal/cli"
	"videoguida/cmd/voicebank/internal/carrier"
	"videoguida/cmd/voicebank/internal/sheet"
	"videoguida/player/voice"
)

func writeSheet(fs *flag.FlagSet, args []string, std cli.Std) error {
	dir := fs.String("out", "", "the folder to write sheet.csv and sheet.html into; the WAVs go there too")
	list := namesOption(fs)
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if *dir == "" {
		return cli.Use("--out is needed")
	}
	carriers, err := readCarriers(*list, 1)
	if err != nil {
		return err
	}
	rows := make([]sheet.Row, len(carriers))
	for i, c := range carriers {
		rows[i] = row(c)
	}
	if err := os.MkdirAll(*dir, 0o755); err != nil {
		return err
	}
	var page strings.Builder
	if err := sheet.HTML(&page, rows); err != nil {
		return err
	}
	for name, text := range map[string]string{sheet.CSVName: sheet.CSV(rows), "sheet.html": page.String()} {
		if err := os.WriteFile(filepath.Join(*dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	fmt.Fprintf(std.Out, "%s: %d phrases to record\n", *dir, len(rows))
	return nil
}

// row describes a carrier to whoever records it.
func row(c carrier.Carrier) sheet.Row {
	r := sheet.Row{Name: c.Name, Text: c.Say()}
	forms := map[voice.Form]string{voice.Medial: "medial", voice.Final: "final", voice.Whole: "whole"}
	for _, i := range c.Used() {
		r.Uses = append(r.Uses, sheet.Use{Form: forms[c.Parts[i].Form], Text: c.Parts[i].Text})
	}
	return r
}
