#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# make bench: the film beside the leanest video of it, in one run. See bench/run.mjs.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
"$here/setup.sh"
exec node "$here/bench/run.mjs" "$@"
