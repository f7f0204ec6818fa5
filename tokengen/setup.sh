#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Makes the tests of what is printed and filmed ready to run: Debian's second reader of QR codes, what renders and checks
# PDF, what makes videos.
set -euo pipefail
cd "$(dirname "$0")"
. ../.ci/need.sh
need zbarimg zbar-tools
need pdftoppm poppler-utils
need qpdf qpdf
need ffmpeg ffmpeg
