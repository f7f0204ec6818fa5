#!/usr/bin/env bash
# The browser tests, from a clean machine to the last line. See run.mjs for what it understands.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
"$here/setup.sh"
exec node "$here/run.mjs" "$@"
