#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# make accept: every check with its full counts, once per issue. The figures go to docs/ACCEPTANCE.md.
#
#   docs/accept.sh [PATTERN]   only the sections whose title matches; the others keep what their last run said
#
#   FUZZ=30s   how long each fuzz target runs
#
# A section that fails is written down as failed, the others still run, and the end says which failed.
set -euo pipefail
cd "$(dirname "$0")/.."
out=docs/ACCEPTANCE.md
parts=build/accept # one file a section, named after its title
only=${1:-}
FUZZ=${FUZZ:-30s}
mkdir -p "$parts"
order=() failed=()

# part is the file of a section.
part() { echo "$parts/$(tr -cs '[:alnum:]' - <<<"$1")"; }

# What the document says of sections that this checkout has not run stays.
if [[ -f $out ]]; then
  while IFS= read -r title; do
    file=$(part "$title").md
    [[ -f $file ]] || TITLE="## $title" awk '$0 == ENVIRON["TITLE"] { on = 1; print; next } /^## / { on = 0 } on' "$out" | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' >"$file"
  done < <(sed -n 's/^## //p' "$out")
fi

# section TITLE COMMAND PATTERN: runs the command and keeps the lines of its output that match.
section() {
  local title=$1 command=$2 pattern=$3 verdict=passed began=$SECONDS part
  part=$(part "$title")
  order+=("$part.md")
  if [[ -n $only && ! $title =~ $only ]]; then
    return
  fi
  echo "accept: $title"
  if ! bash -c "$command" >"$part.log" 2>&1 </dev/null; then
    verdict=FAILED
    failed+=("$title")
    tail -n 60 "$part.log"
  fi
  {
    echo "## $title"
    echo
    echo "\`$command\`"
    echo
    echo "$verdict in $((SECONDS - began)) s, $(date -u +%Y-%m-%dT%H:%MZ), commit $(git rev-parse --short HEAD), load $(cut -d' ' -f1 /proc/loadavg)"
    echo
    echo '```'
    grep -E "$pattern" "$part.log" | cut -c1-160 || true
    echo '```'
  } >"$part.md"
}

# assemble joins the sections' last words into the document.
assemble() {
  {
    echo "# Acceptance"
    echo
    echo "Made by \`make accept\` with $(go version | cut -d' ' -f3-), $(nproc) cores."
    local part
    for part in "${order[@]}"; do
      [[ -f $part ]] || continue
      echo
      cat "$part"
    done
  } >"$out"
}

packages='$(go list ./... | grep -v /wasm/)'

# First what is measured in time, while nothing else runs.
section "Batch: a campaign, sizes and wear of codes, kills" "FULL=1 NEED=1 go test -count=1 -timeout 60m -v -run 'TestSizes|TestDegraded|TestKill|TestCampaign' ./tokengen/batch" '_test.go:|^(---|ok|FAIL)'
section "Batch against the limit of signing" "go test -run xxx -bench Run -benchtime 2x ./tokengen/batch" '^Benchmark'
section "Service: sixteen connections, its end under load, refusals" "FULL=1 go test -count=1 -v -run 'TestLoad|TestDrain|TestMutualTLS|TestOversize|TestSlow' ./tokengen/service" '_test.go:|^(---|ok|FAIL)'
section "Service: a letter, in bare signatures" "go test -run xxx -bench Issue ./tokengen/service" '^Benchmark'
section "Counters: kills, syncs, speed, disk full" "FULL=1 NEED=1 go test -count=1 -timeout 30m -v -run 'Kill|Sync|Speed|Disk' ./static/metrics/monitor" '_test.go:|^(---|ok|FAIL)'
section "Host: processor time beside nginx with brotli_static" "static/deploy/compare.sh" 'compare_test|^(ok|FAIL|---)'
section "Core: benchmarks" "go test -run xxx -bench . -benchtime 300ms ./player/guide/naspi ./player/avatar ./tokengen/token ./tokengen/pack" '^Benchmark'
section "Browser tests, full counts" "FULL=1 QUALITY=11 e2e/all.sh" '^(✔|✖|▶|ℹ)'
section "Accessibility: docs/ACCESSIBILITY.md" "node e2e/accessibility.mjs && cat docs/ACCESSIBILITY.md" '^\| [0-9]'

# What newcomers meet, and other days than today.
section "A bare machine, two releases of Go" ".ci/fresh.sh" '^fresh:'
section "Faults of newcomers, brought back" ".ci/faults.sh" '^ *faults:|^    '
section "Every day: Go tests and browser smoke" ".ci/every-day.sh all" '^every-day|^(FAIL|---)|^ℹ (tests|fail)'
section "The newest Go: Go tests" "GOTOOLCHAIN=go\$(.ci/newest-go.sh) NEED=1 .ci/go-test.sh -count=1 $packages" '^(ok|FAIL|---)'
section "The same bytes on two paths, cold" "FULL=1 go test -count=1 -v -run TestSameBytes ./static/build" 'sha256|^(ok|FAIL|---)'
section "Licences: every file, by REUSE" ".ci/reuse.sh && .cache/reuse/bin/reuse lint" 'Files with|compliant|MISSING'
section "publiccode.yml, bills of materials, page of licences" "go test -count=1 -v ./docs ./static/build/parts ./static/build/sbom && go test -count=1 -v -run 'Licence|Footers|TestSource' ./static/build && make sbom" '^(---|ok|FAIL)|cdx.json'

# Then what is only counted.
section "Guides: lengths, measure A" "go test -count=1 -v -run TestLength ./player/guide/naspi ./player/guide/pension" '[0-9]:[0-9][0-9]'
section "Guides: readability" "go test -count=1 -v -run Easy ./player/guide/naspi ./player/guide/pension" 'gulpease|Gulpease|[0-9]\.[0-9]'
section "Voice: joins, loudness, lengths beside the engine's whole sentences" "cmd/voicebank/setup.sh >&2 && go run ./cmd/voicebank qc --engine 'pico2wave -l it-IT -w {out} {text}'" 'joins|step|loudness|length|fault'
section "Sizes at brotli 11, KB = 1000 bytes" "go test -count=1 -v -run TestSizes ./static/build" 'KB'
section "Release: every truth" "FULL=1 go test -count=1 -v -run Pin ./static/metrics/release" 'views|^---'
section "Contacts: coverage and false findings" "FULL=1 go test -count=1 -v -run 'Truth|Nothing' ./static/metrics/crm" 'runs|^---'
section "Contrast and flashes, every scene-variant" "FULL=1 go test -count=1 -v -timeout 90m -run 'TestContrast|TestFlashes' ./player/guide/..." 'readings|flashes|^(ok|FAIL)'
section "Go tests, full counts" "FULL=1 NEED=1 go test -count=1 -timeout 60m -skip 'TestContrast|TestFlashes|TestCampaign' $packages" '^(ok|FAIL|---)'
while IFS=: read -r file func; do
  target=${func#func }
  section "Fuzz $(dirname "$file"): $target" "go test -run xxx -fuzz '^$target\$' -fuzztime $FUZZ -fuzzminimizetime 10x ./$(dirname "$file")" 'PASS|FAIL|elapsed: [0-9]+s, execs: [0-9]+ .*total'
done < <(grep -roE '^func Fuzz[A-Za-z0-9]+' --include=*_test.go cmd player tokengen static | sort)

assemble
echo "accept: written to $out"
if ((${#failed[@]})); then
  printf 'accept: failed: %s\n' "${failed[@]}"
  exit 1
fi
