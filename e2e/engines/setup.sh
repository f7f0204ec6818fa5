#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Makes Firefox and WebKitGTK ready beside Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

./setup.sh
. ../.ci/need.sh
[ -n "${FIREFOX:-}" ] || need firefox-esr firefox-esr
need WebKitWebDriver webkit2gtk-driver
need Xvfb xvfb
need xdotool xdotool
