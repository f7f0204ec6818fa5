#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Every file says its licence, by the rules of REUSE (https://reuse.software), and the texts lie in LICENSES/.
#
#   .ci/reuse.sh           checks it; installs REUSE's checker, pinned by reuse.txt, into .cache/reuse
#   .ci/reuse.sh heads     gives the project's head to every source file that has none
set -euo pipefail
cd "$(dirname "$0")/.."

holder='SPDX-FileCopyrightText: Videoguida authors'
# REUSE-IgnoreStart
licence='SPDX-License-Identifier: EUPL-1.2'
# REUSE-IgnoreEnd

# give FILE: writes the file anew with the head in its language's comments: after the line that must be first, and
# apart from the comment that explains the file.
give() {
  local file=$1 first=0 open='' line='' close=''
  case $file in
  *.go | *.mjs | *.js) line='// ' ;;
  *.css) open='/*' close='*/' ;;
  static/site/*.html) open='<!--' close='-->' ;;
  *.html) open='{{- /*' close='*/ -}}' ;;
  *.scm) line='; ' ;;
  *) line='# ' ;;
  esac
  case $(sed 1q "$file") in '#!'* | '<!doctype html>') case $file in static/site/* | *.sh | *.py | *run) first=1 ;; esac ;; esac
  {
    if ((first)); then sed 1q "$file"; fi
    if [[ $open ]]; then printf '%s\n' "$open"; fi
    printf '%s%s\n' "$line" "$holder" "$line" "$licence"
    if [[ $open ]]; then printf '%s\n' "$close"; elif [[ $line ]]; then echo; fi
    tail -n +$((first + 1)) "$file"
  } >"$file.new"
  cat "$file.new" >"$file" # keeps the file's mode
  rm "$file.new"
}

if [[ ${1:-} == heads ]]; then
  git ls-files --cached --others --exclude-standard -- '*.go' '*.mjs' '*.js' '*.css' '*.html' '*.toml' '*.yml' '*.sh' '*.py' '*.scm' Makefile .ci/run .gitignore |
    grep -v -e '_gen\.go$' -e '/testdata/' -e '^REUSE\.toml$' | while read -r file; do
    if [[ -f $file ]] && ! grep -q 'SPDX-License-Identifier' "$file"; then
      give "$file"
      echo "$file"
    fi
  done
  exit
fi

. .ci/need.sh
venv=.cache/reuse
if ! cmp -s .ci/reuse.txt "$venv/installed.txt"; then
  need python3 python3 python3-venv
  if ! python3 -c 'import ensurepip' 2>/dev/null; then need python3-venv python3-venv; fi
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement .ci/reuse.txt
  cp .ci/reuse.txt "$venv/installed.txt"
fi
if ! "$venv/bin/reuse" lint --quiet; then
  "$venv/bin/reuse" lint || true
  echo 'Source files get the project'"'"'s head from: .ci/reuse.sh heads. REUSE.toml speaks for files that can carry none.' >&2
  exit 1
fi
