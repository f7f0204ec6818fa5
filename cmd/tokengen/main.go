// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Command tokengen issues the tokens of the letters: keys, letters one by one,
// by the campaign or over HTTP, and what happens to them afterwards.
package main

import (
	"videoguida/cmd/internal/cli"
)

const usage = `tokengen issues the signed tokens that letters carry in their QR code.

  tokengen keygen  --out key.pem             make a key pair (private half, mode 0600)
  tokengen rotate  --keys DIR                make the next key of a folder of keys, a week ahead
                   [--retire KID]            or withdraw a stolen one at once
  tokengen jwks    --key FILE|DIR            print the public halves, for the site build
  tokengen demo    --base URL [--key FILE]   one JSON line per invented letter
                   [--list] [--qr ID]        or titles and links, or one QR code,
                   [--facts ID]              or the facts of one letter
                   [--rows N]                or a table of N letters, to try batch
  tokengen sign    --key FILE --base URL < facts.json
  tokengen batch   --in FILE --out DIR --key FILE --base URL    a campaign: links, codes, pages for print
                   [--format csv,svg,png,pdf] [--channels qr,myinps,io,mobile] [--shard I/N]
  tokengen inspect LINK --jwks FILE          verify and print the claims
                   --picture FILE --check    or check a printed code, without the person's facts
  tokengen revoke  --key DIR LINK...         call letters back: writes the signed list that phones fetch
                   --batch B LETTER...       or by their numbers in a batch
  tokengen notify  --in ROWS --out DIR --key DIR --base URL [--send]
                                             tell people: SMS, e-mail, MyINPS, App IO, INPS Mobile
  tokengen serve   --key DIR --base URL --clients FILE      sign letters over HTTP
  tokengen client  --name NAME               a bearer token for a client of serve

To try it:
  tokengen keygen --out key.pem
  tokengen demo --facts under55 | tokengen sign --key key.pem --base http://localhost:8080/

Each command explains its options: tokengen sign --help
Exit status: 0 done, 1 refused or failed, 2 wrong use.
`

var program = cli.Program{Name: "tokengen", Usage: usage, Commands: []cli.Command{
	{Name: "keygen", Run: keygen},
	{Name: "rotate", Run: rotate},
	{Name: "jwks", Run: jwks},
	{Name: "demo", Run: demoLetters},
	{Name: "sign", Run: signFacts},
	{Name: "batch", Run: makeBatch},
	{Name: "inspect", Run: inspect},
	{Name: "revoke", Run: revoke},
	{Name: "notify", Run: notifyPeople},
	{Name: "serve", Run: serve},
	{Name: "client", Run: newClient},
}}

func main() { program.Main() }
