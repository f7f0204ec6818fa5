// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"flag"
	"fmt"
	"strconv"
	"strings"

	"videoguida/cmd/internal/cli"
	"videoguida/cmd/voicebank/internal/qc"
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/player/voice"
)

func say(fs *flag.FlagSet, args []string, std cli.Std) error {
	bank := bankOption(fs)
	if err := cli.Parse(fs, args, 1); err != nil {
		return err
	}
	kind, v, err := readValue(fs.Arg(0))
	if err != nil {
		return cli.Use("%w", err)
	}
	l, err := qc.Open(*bank)
	if err != nil {
		return err
	}
	r := l10n.SayItalian(kind, v)
	fmt.Fprintln(std.Out, r.Text)
	for _, p := range voice.Units(r) {
		fmt.Fprintf(std.Out, "  %c %s (%s)\n", p.Form, p.Text, where(l, p.Unit))
	}
	return nil
}

// where tells which clip a guide plays for a unit. A form that no line asks for
// was not recorded; another form is played then.
func where(l *qc.Listener, u voice.Unit) string {
	pack, c, ok := l.Played(u)
	if !ok {
		return "missing"
	}
	s := fmt.Sprintf("%s, %d ms", pack.Name, pack.Length(c))
	if c.Form != u.Form {
		s += fmt.Sprintf(", as %c", c.Form)
	}
	return s
}

var errValue = errors.New(`value: want an amount "1234.56 EUR", a date "2026-12-01", "21 giorni", "3 mesi" or "75 %"`)

// readValue reads a value as staff write it, and the kind of slot it fills.
func readValue(s string) (kind string, v facts.Value, err error) {
	if d, ok := civil.Parse(s); ok {
		return "date", facts.Value{Kind: facts.Date, N: int64(d)}, nil
	}
	number, unit, _ := strings.Cut(strings.TrimSpace(s), " ")
	kinds := map[string]string{"EUR": "money", "euro": "money", "giorni": "days", "giorno": "days", "mesi": "months", "mese": "months", "%": "percent", "": "int"}
	kind, ok := kinds[unit]
	if !ok {
		return "", v, errValue
	}
	whole, cents, pointed := strings.Cut(number, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || n < 0 || n > 999_999 || pointed && (kind != "money" || len(cents) != 2) {
		return "", v, errValue
	}
	v = facts.Value{Kind: facts.Count, N: n}
	if kind == "money" {
		c, err := strconv.ParseUint("0"+cents, 10, 8)
		if err != nil {
			return "", v, errValue
		}
		v = facts.Value{Kind: facts.Money, N: n*100 + int64(c)}
	}
	return kind, v, nil
}
