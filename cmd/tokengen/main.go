// Command tokengen issues the tokens of the letters: keys, demo letters,
// signing and inspection.
package main

import (
	"videoguida/cmd/internal/cli"
)

const usage = `tokengen issues the signed tokens that letters carry in their QR code.

  tokengen keygen  --out key.pem             make a key pair (private half, mode 0600)
  tokengen jwks    --key key.pem             print the public half, for the site build
  tokengen demo    --base URL [--key FILE]   one JSON line per invented letter
                   [--list] [--qr ID]        or titles and links, or one QR code,
                   [--facts ID]              or the facts of one letter
  tokengen sign    --key FILE --base URL < facts.json
  tokengen inspect TOKEN|URL --jwks FILE     verify and print the claims

To try it:
  tokengen keygen --out key.pem
  tokengen demo --facts under55 | tokengen sign --key key.pem --base http://localhost:8080/

Each command explains its options: tokengen sign --help
Exit status: 0 done, 1 refused or failed, 2 wrong use.
`

var program = cli.Program{Name: "tokengen", Usage: usage, Commands: []cli.Command{
	{Name: "keygen", Run: keygen},
	{Name: "jwks", Run: jwks},
	{Name: "demo", Run: demoLetters},
	{Name: "sign", Run: signFacts},
	{Name: "inspect", Run: inspect},
}}

func main() { program.Main() }
