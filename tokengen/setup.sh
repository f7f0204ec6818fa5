#!/usr/bin/env bash
# Makes the tests of what is printed ready to run: Debian's second reader of QR codes, and what renders and checks PDF.
set -euo pipefail
cd "$(dirname "$0")"
. ../.ci/need.sh
need zbarimg zbar-tools
need pdftoppm poppler-utils
need qpdf qpdf
