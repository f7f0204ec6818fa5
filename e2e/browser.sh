#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Makes Debian's Chromium, Node and the packages of the lock file ready. It installs what is missing when it may (apt-get,
# as root); otherwise it says exactly what to install and fails.
set -euo pipefail
cd "$(dirname "$0")"

. ../.ci/need.sh
[ -n "${CHROMIUM:-}" ] || need chromium chromium
need node nodejs npm
need npm npm

if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 10) ? 0 : 1)'; then
  echo "e2e: node $(node --version) is too old: 20.10 or newer is needed (Debian 13 has it, or https://nodejs.org)" >&2
  exit 1
fi

# The packages, again only when the lock file changed.
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  PUPPETEER_SKIP_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi
