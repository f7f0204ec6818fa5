#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Brings back, each in a clone of its own, faults that once reached newcomers, and shows that a check of ours catches each.
# Part of make accept.
#
#   .ci/faults.sh [WORDS]    only the faults whose name has these words
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD only=${1:-}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
missed=()

# fault NAME FILE OLD NEW CHECK: in a clone, FILE says NEW instead of OLD; then CHECK must fail.
fault() {
  local name=$1 file=$2 old=$3 new=$4 check=$5 clone=$folder/clone text
  [[ $name == *$only* ]] || return 0
  rm -rf "$clone"
  git clone --quiet "$root" "$clone"
  [ ! -d "$root/e2e/node_modules" ] || cp -r "$root/e2e/node_modules" "$clone/e2e/"
  text=$(<"$clone/$file")
  if [[ $text != *"$old"* ]]; then
    echo "faults: $name: $file no longer has the line that is broken here" >&2
    missed+=("$name")
    return
  fi
  printf '%s\n' "${text/"$old"/"$new"}" >"$clone/$file"
  git -C "$clone" -c user.name=faults -c user.email=faults@videoguida.invalid commit --quiet --all --message "fault: $name"
  if (cd "$clone" && eval "$check") >"$folder/log" 2>&1; then
    echo "faults: $name: NOT caught by: $check"
    missed+=("$name")
  else
    echo "faults: $name: caught by: $check"
    grep -E 'open internal/affine|written for|Jänner|Januar|counts, <nil>|make run ended|asks the machine' "$folder/log" | tail -n 3 | cut -c1-160 | sed 's/^/    /'
  fi
}

newest=$(.ci/newest-go.sh)
fault 'a module is read before it is downloaded' static/build/trim/fetch.go \
  'return t.download()' 'return dir, nil' ".ci/fresh.sh $newest"
fault 'a newer Go gets no site' static/build/programs.go \
  's.strip(name, program)' 's.strip(name, program)
		if s.manifest.Go[:6] != "go1.26" {
			return errors.New("notrace was written for go1.26")
		}' ".ci/fresh.sh $newest"
fault 'January is not Jänner' e2e/lib/words.mjs \
  "de: 'de-AT'" "de: 'de-DE'" "DAY=2027-01-01 e2e/run.sh languages.test pension"
fault 'counts are thrown away from a day on' static/metrics/handler.go \
  'b, err := Parse(body)' 'b, err := Parse(body)
	if now.Format(time.DateOnly) >= "2028-01-01" {
		b.Counts = nil
	}' "DAY=2028-02-29 e2e/run.sh counting"
fault 'a command asks the machine for the day' cmd/tokengen/keys.go \
  'keyring.Published(*path, std.Now())' 'keyring.Published(*path, time.Now())' "go test -run TestOneClock ./player"

if ((${#missed[@]})); then
  printf 'faults: not caught: %s\n' "${missed[@]}"
  exit 1
fi
