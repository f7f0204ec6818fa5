#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# The scenarios in every engine, from a clean machine to the table in the README. See engines/run.mjs.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
"$here/engines/setup.sh"
exec "$here/../.ci/any-day.sh" "${DAY:-}" node "$here/engines/run.mjs" "$@"
