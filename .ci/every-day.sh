#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# The tests of what reads a clock, on other days than today.
#
#   .ci/every-day.sh            the Go tests on three days (part of make test)
#   .ci/every-day.sh all        the Go tests and a smoke of the browser tests on all days (part of make accept)
#   .ci/every-day.sh DAY…       both on these days
set -euo pipefail
cd "$(dirname "$0")/.."

# A year's last minute in Rome and its first day, a February's last day, the change of clocks in spring and in autumn, a
# summer's day, a leap day, a day after every letter, key and figure of today is over.
all=(2026-12-01 'TZ="Europe/Rome" 2026-12-31 23:59' 2027-01-01 2027-02-28 2027-03-28 2027-06-15 2027-10-31 2028-02-29 2030-07-01)
days=("$@") browser=1 flags=()
case ${1:-} in
'') days=("${all[1]}" "${all[7]}" "${all[8]}") browser='' flags=(-short) ;;
all) days=("${all[@]}") ;;
esac

# The packages that read a clock, and those that import them or test with them.
clocks=$(git grep -lE '\btime\.Now\b' -- '*.go' | xargs -n 1 dirname | sort -u | sed 's#^#videoguida/#')
packages=$(go list -test -f '{{.ImportPath}} {{join .Deps " "}}' $(go list ./... | grep -v -e /wasm/ -e /static/build) |
  awk -v list="$clocks" '
    BEGIN { n = split(list, names, "\n"); for (i = 1; i <= n; i++) clock[names[i]] = 1 }
    {
      own = $1
      sub(/\.test$/, "", own)
      reached = own in clock
      for (i = 2; i <= NF && !reached; i++) reached = $i in clock
      if (reached && own !~ /_test$/) print own
    }' | sort -u)

failed=()
for day in "${days[@]}"; do
  echo "every-day: $day"
  NEED=1 .ci/any-day.sh "$day" .ci/go-test.sh -count=1 "${flags[@]}" $packages || failed+=("$day, Go")
  [ -z "$browser" ] || DAY=$day e2e/run.sh addresses guide pension refusals languages.test milestones counting || failed+=("$day, browser")
done
if ((${#failed[@]})); then
  printf 'every-day: failed: %s\n' "${failed[@]}"
  exit 1
fi
