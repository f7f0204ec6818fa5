#!/usr/bin/env bash
# make accept: every check with its full counts, once per issue. The figures go to docs/ACCEPTANCE.md.
set -euo pipefail
cd "$(dirname "$0")/.."
out=docs/ACCEPTANCE.md
log=$(mktemp)
trap 'rm -f "$log"' EXIT

FUZZ=${FUZZ:-30s} # how long each fuzz target runs

# section TITLE COMMAND PATTERN: runs the command and keeps the lines of its output that match.
section() {
  local title=$1 command=$2 pattern=$3
  echo "accept: $title"
  { echo; echo "## $title"; echo; echo "\`$command\`"; echo; echo '```'; } >>"$out"
  if ! bash -c "$command" >"$log" 2>&1 </dev/null; then
    tail -n 60 "$log"
    { echo "FAILED"; echo '```'; } >>"$out"
    exit 1
  fi
  grep -E "$pattern" "$log" | cut -c1-160 >>"$out" || true
  echo '```' >>"$out"
}

{
  echo "# Acceptance"
  echo
  echo "Made by \`make accept\` on $(date -u +%Y-%m-%d), commit $(git rev-parse --short HEAD), $(go version | cut -d' ' -f3-), $(nproc) cores."
} >"$out"

packages='$(go list ./... | grep -v /wasm/)'
section "Go tests, full counts" "FULL=1 NEED=1 go test -count=1 -timeout 60m $packages" '^(ok|FAIL|---)'
section "Lengths of the guides, measure A" "go test -count=1 -v -run TestLength ./player/guide/naspi ./player/guide/pension" '[0-9]:[0-9][0-9]'
section "Readability" "go test -count=1 -v -run Easy ./player/guide/naspi ./player/guide/pension" 'gulpease|Gulpease|[0-9]\.[0-9]'
section "Sizes at brotli 11, KB = 1000 bytes" "go test -count=1 -v -run TestSizes ./static/build" 'KB'
section "Counters: kills, syncs, speed" "FULL=1 NEED=1 go test -count=1 -timeout 30m -v -run 'Kill|Sync|Speed|Disk' ./static/metrics/monitor" 'kills:|batches/s|^---'
section "Released figures: every truth" "FULL=1 go test -count=1 -v -run Pin ./static/metrics/release" 'views|^---'
section "Contacts: coverage and false findings" "FULL=1 go test -count=1 -v -run 'Truth|Nothing' ./static/metrics/crm" 'runs|^---'
section "Benchmarks" "go test -run xxx -bench . -benchtime 300ms ./player/guide/naspi ./player/avatar ./tokengen/token ./tokengen/pack" '^Benchmark'
section "Codes of letters: sizes, two readers, wear, kills, a campaign" "FULL=1 go test -count=1 -timeout 60m -v -run 'TestSizes|TestDegraded|TestKill|TestCampaign' ./tokengen/batch" '_test.go:|^(---|ok|FAIL)'
section "Campaigns against the limit of signing" "go test -run xxx -bench Run -benchtime 2x ./tokengen/batch" '^Benchmark'
section "The signing service: sixteen connections, its end under load, refusals" "FULL=1 go test -count=1 -v -run 'TestLoad|TestDrain|TestMutualTLS|TestOversize|TestSlow' ./tokengen/service" '_test.go:|^(---|ok|FAIL)'
section "A letter of the service, in bare signatures" "go test -run xxx -bench Issue ./tokengen/service" '^Benchmark'
while IFS=: read -r file func; do
  target=${func#func }
  section "Fuzz $target" "go test -run xxx -fuzz '^$target\$' -fuzztime $FUZZ -fuzzminimizetime 10x ./$(dirname "$file")" 'PASS|FAIL|elapsed: [0-9]+s, execs: [0-9]+ .*total'
done < <(grep -roE '^func Fuzz[A-Za-z0-9]+' --include=*_test.go cmd player tokengen static | sort)
section "CPU beside nginx with brotli_static" "static/deploy/compare.sh" 'compare_test|^(ok|FAIL|---)'
section "Browser tests, full counts" "FULL=1 QUALITY=11 e2e/run.sh" '^(✔|✖|▶|ℹ)'
section "Contrast and flashes, every scene-variant" "FULL=1 go test -count=1 -v -timeout 90m -run 'TestContrast|TestFlashes' ./player/guide/..." 'readings|flashes|^(ok|FAIL)'
section "docs/ACCESSIBILITY.md" "node e2e/accessibility.mjs && cat docs/ACCESSIBILITY.md" '^\| [0-9]'
echo "accept: written to $out"
