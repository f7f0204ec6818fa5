// Command videoguida builds the public site and serves it.
package main

import (
	"videoguida/cmd/internal/cli"
)

const usage = `videoguida builds and serves the guide's public site.

  videoguida site  --keys jwks.json [--revoked revoked.bin] [--out build/site] [--quality 11] [--demo]
  videoguida serve --site build/site [--addr :8080] [--host guida.example] [--tls-cert FILE --tls-key FILE]

site   compiles the two browser programs, minifies, hashes and compresses.
       The public keys come from:  tokengen jwks --key key.pem > jwks.json
serve  serves a built site from memory. It keeps no log of requests. SIGHUP
       loads site and certificate anew, SIGTERM ends within ten seconds.

"videoguida COMMAND --help" lists a command's options.
Exit status: 0 done, 1 failed, 2 wrong use.
`

var program = cli.Program{Name: "videoguida", Usage: usage, Commands: []cli.Command{
	{Name: "site", Run: site},
	{Name: "serve", Run: serve},
}}

func main() { program.Main() }
