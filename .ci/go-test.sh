#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# go test with these arguments; for each test that fails it prints the command that repeats it alone.
set -uo pipefail
log=$(mktemp)
trap 'rm -f "$log"' EXIT
go test "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
awk '
  /^--- FAIL: / { failed[++n] = $3 }
  /^(ok|FAIL)[ \t]+videoguida/ {
    sub("^videoguida", ".", $2)
    for (i = 1; i <= n; i++) printf "again alone: NEED=1 go test -count=1 -run \047^%s$\047 %s\n", failed[i], $2
    n = 0
  }' "$log"
exit "$status"
