// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Command videoguida builds the public site, serves it and counts its use.
package main

import (
	"videoguida/cmd/internal/cli"
)

const usage = `videoguida builds and serves the guide's public site, and counts its use.

  videoguida site   --keys jwks.json [--revoked revoked.bin] [--out build/site]
                    [--parents https://www.inps.it] [--quality 11] [--demo]
  videoguida digest [--site build/site]
  videoguida weigh  [--top 25] [--stock] reader|film
  videoguida sbom   [--out build/sbom] [--site build/site]
  videoguida serve  --site build/site [--addr :8080] [--host guida.example]
                    [--tls-cert FILE --tls-key FILE]
                    [--db FILE|postgres://… [--private-addr 127.0.0.1:8081]]
  videoguida deploy --host guida.example [--site build/site] nginx|caddy|systemd
  videoguida dashboard       --db FILE|postgres://… [--addr 127.0.0.1:8081]
  videoguida import-manifest --db FILE|postgres://… manifest.json
  videoguida import-crm      --db FILE|postgres://… contacts.csv
  videoguida backup          --db FILE copy.db
  videoguida demo            --db NEWFILE [--days 40] [--letters 60000]

site    compiles the two browser programs, minifies, hashes and compresses.
        The public keys come from:  tokengen jwks --key key.pem > jwks.json
        Equal sources, keys and Go give equal bytes: it is dated by
        SOURCE_DATE_EPOCH, else the last commit, and ends with its digest.
digest  prints the digest of a built site again: equal digest, equal files.
weigh   prints what a browser program is made of, package by package.
sbom    writes what commands and site are made of, with versions, licences and
        digests, as CycloneDX documents.
serve   serves a built site from memory. It keeps no log of requests. SIGHUP
        loads site and certificate anew, SIGTERM ends within ten seconds.
        With --db it counts, anonymously, what docs/METRICS.md lists; with
        --private-addr staff see the dashboard there, and Prometheus /metrics.
deploy  prints a server's configuration for a built site: the file for nginx or
        Caddy, which then serve the files themselves, or a systemd service.

dashboard        shows the figures without serving the site.
import-manifest  counts the links that tokengen batch or notify made or sent:
                 they begin the funnel and the alarms. A run counts once.
import-crm       stores daily sums of contacts, for the comparison:
                 day,topic,channel,contacts,population_at_risk,treated
backup           copies an SQLite database while it is in use.
demo             invents a campaign with a known truth, to look at.

"videoguida COMMAND --help" lists a command's options.
Exit status: 0 done, 1 failed, 2 wrong use.
`

var program = cli.Program{Name: "videoguida", Usage: usage, Commands: []cli.Command{
	{Name: "site", Run: site},
	{Name: "digest", Run: digest},
	{Name: "weigh", Run: weighProgram},
	{Name: "sbom", Run: writeBills},
	{Name: "serve", Run: serve},
	{Name: "deploy", Run: deployFile},
	{Name: "dashboard", Run: showAlone},
	{Name: "import-manifest", Run: importManifest},
	{Name: "import-crm", Run: importCRM},
	{Name: "backup", Run: backup},
	{Name: "demo", Run: demo},
}}

func main() { program.Main() }
