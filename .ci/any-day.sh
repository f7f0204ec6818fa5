#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Runs a command for whose processes another day is today.
#
#   .ci/any-day.sh DAY COMMAND…    DAY as date understands it, such as 2027-01-01 or "TZ=\"Europe/Rome\" 2026-12-31 23:59";
#                                  '' is the day of the browser tests
#
# Run it in the project's folder, whose go.mod decides which Go that is. What Go builds meanwhile has a package time whose
# Now adds the seconds of CLOCK_OFFSET; one build serves all days, no test result is taken from another. Node and the pages
# of the browser tests read the same variable (e2e/lib/clock.mjs). Clocks go on from DAY. Programs of others (nginx,
# PostgreSQL) keep the machine's day.
set -euo pipefail
day=${1:-2026-12-01 09:00Z}
shift

# A Go that was fetched lies in the module cache, where no overlay may reach: it is used through a link.
version=$(go env GOVERSION)
folder=$(go env GOCACHE)/any-day-${version// /-}
mkdir -p "$folder"
goroot=$(go env GOROOT)
[ "$goroot" = "$folder/root" ] || ln -sfn "$goroot" "$folder/root"
export GOROOT=$folder/root GOTOOLCHAIN=local PATH=$folder/root/bin:$PATH
source=$GOROOT/src/time/time.go
awk '
  { print }
  /^func Now\(\) Time \{/ { now = 1 }
  now && /runtimeNow\(\)/ { print "\tsec += moved()"; now = 0; found = 1 }
  END { exit !found }' "$source" >"$folder/time.go.part" || {
  echo "any-day: time.Now of $version is not as expected: see src/time/time.go and .ci/any-day.sh" >&2
  exit 1
}
cat >>"$folder/time.go.part" <<'GO'

var (
	movedOnce sync.Once
	movedBy   int64
)

// moved is how many seconds the clock of this process is moved: CLOCK_OFFSET.
// The made-up clock of a test's bubble is not moved.
func moved() int64 {
	if runtimeIsBubbled() {
		return 0
	}
	movedOnce.Do(func() {
		s, _ := syscall.Getenv("CLOCK_OFFSET")
		sign := int64(1)
		for i := 0; i < len(s); i++ {
			switch {
			case i == 0 && s[i] == '-':
				sign = -1
			case '0' <= s[i] && s[i] <= '9':
				movedBy = 10*movedBy + int64(s[i]-'0')
			}
		}
		movedBy *= sign
	})
	return movedBy
}
GO
for package in sync syscall; do
  grep -q "^	\"$package\"$" "$folder/time.go.part" || sed -i "0,/^import (/s//import (\n\t\"$package\"/" "$folder/time.go.part"
done
# The file changes with the release alone, so that the build cache is of use.
cmp -s "$folder/time.go.part" "$folder/time.go" && rm "$folder/time.go.part" || mv "$folder/time.go.part" "$folder/time.go"
printf '{"Replace":{"%s":"%s/time.go"}}\n' "$source" "$folder" >"$folder/overlay.json"

wanted=$(date -d "$day" +%s)
export CLOCK_OFFSET=$((wanted - $(date +%s)))
export GOFLAGS="${GOFLAGS:+$GOFLAGS }-overlay=$folder/overlay.json -count=1"

# A clock that stayed where it was would prove nothing.
cat >"$folder/clock.go" <<'GO'
package main

import "time"

func main() { println(time.Now().Unix()) }
GO
told=$(cd "$folder" && go run clock.go 2>&1) || true
if ! [[ $told =~ ^[0-9]+$ ]] || ((told < wanted || told > wanted + 600)); then
  echo "any-day: the clock of Go programs was not moved to $day: $told" >&2
  exit 1
fi
exec "$@"
