#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Signs letters with an Ed25519 key in a PKCS#11 token, line by line, as tokengen asks a program to (docs/KEYS.md).
#
#   pkcs11-sign.sh MODULE TOKEN-LABEL KEY-ID      the PIN is in the environment, PKCS11_PIN
#
# It needs Debian's opensc. No message is written to a disk.
set -euo pipefail
module=$1 token=$2 id=$3
while read -r message; do
  base64 -d <<<"$message" |
    pkcs11-tool --module "$module" --token-label "$token" --login --pin env:PKCS11_PIN --id "$id" --sign --mechanism EDDSA 2>/dev/null |
    base64 -w0
  echo
done
