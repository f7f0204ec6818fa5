#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# The browser tests and the scenarios in the other engines, side by side on one site. See run.mjs.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
"$here/engines/setup.sh"
exec "$here/../.ci/any-day.sh" "${DAY:-}" node "$here/run.mjs" --engines "$@"
