#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Measures the CPU that "videoguida serve" takes for a request beside nginx with brotli_static, in one run: a small
# file and the film, compressed as published. Fails when the host takes more than twice, or one and a half times, as
# much. A quiet machine gives the truest figures; each line says the load.
#
#   static/deploy/compare.sh [SITE]      a site built at quality 11 (default: build one)
set -euo pipefail
cd "$(dirname "$0")/../.."

packages="nginx-light libnginx-mod-http-brotli-static nghttp2-client"
if ! [ -x /usr/sbin/nginx ] || ! [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || ! command -v h2load >/dev/null; then
  if [ "$(id -u)" != 0 ]; then
    echo "compare: install nginx and h2load: sudo apt-get install --no-install-recommends $packages" >&2
    exit 1
  fi
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
fi

site=${1:-build/site}
if [ $# = 0 ]; then make --no-print-directory site; fi
go test -count=1 -run TestCompare -v ./static/deploy -compare "$(realpath "$site")" | grep -E '^(---|    (---|compare)|FAIL|ok|PASS| +compare_test)'
