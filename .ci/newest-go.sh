#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Prints the newest patch of a Go release ("1.26"), without an argument the newest release, as the module proxy lists them.
set -euo pipefail
cd /
go list -m -versions go | tr ' ' '\n' | grep -E "^${1:-1}(\.[0-9]+)+$" | sort -V | tail -n 1
