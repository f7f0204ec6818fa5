#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# The browser tests, from a clean machine to the last line. See run.mjs for what it understands.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
"$here/setup.sh"
exec "$here/../.ci/any-day.sh" "${DAY:-}" node "$here/run.mjs" "$@"
