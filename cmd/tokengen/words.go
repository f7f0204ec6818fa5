// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"net/url"
	"strings"

	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/tokengen/letter"
)

// printedWords returns what letters say beside their code: the catalogs' words,
// with the address that a person can type to reach the guide that is the same
// for everybody. A code shorter than the token would need a server that knows
// people, so no letter has one.
func printedWords(base string) func(lang string, exp int64) letter.Words {
	return func(lang string, exp int64) letter.Words {
		c := l10n.Lookup(lang)
		f := facts.Set{
			"scadenzaGuida":  {Kind: facts.Date, N: exp / 86400},
			"indirizzoBreve": {Kind: facts.Text, S: typed(base)},
		}
		say := func(ids ...string) (out []string) {
			for _, id := range ids {
				out = append(out, c.Text(id, f))
			}
			return out
		}
		return letter.Words{
			From: c.Text("mail-7", f), Title: c.Text("let-titolo", f), Alt: c.Text("let-alt", f),
			Block: say("let-1", "let-2", "let-3", "let-6"),
			Sheet: say("let-1", "let-2", "let-3", "let-6", "let-5"),
		}
	}
}

// typed returns an address as people type it: without https:// and the slash at
// its end.
func typed(base string) string {
	u, err := url.Parse(base)
	if err != nil {
		return base
	}
	return strings.TrimSuffix(u.Host+u.Path, "/")
}
