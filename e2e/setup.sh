#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Makes the browser tests ready to run: the browser (browser.sh), servers, a database, a desktop. It installs what is
# missing when it may (apt-get, as root); otherwise it says exactly what to install and fails.
set -euo pipefail
cd "$(dirname "$0")"

. ../.ci/need.sh
./browser.sh
../tokengen/setup.sh # to read what is printed
PATH=$PATH:/usr/sbin need nginx nginx-light libnginx-mod-http-brotli-static
need caddy caddy

# The counters' tests start a PostgreSQL of their own and trace system calls.
[ -n "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || need initdb postgresql
need strace strace
need unshare util-linux

# The accessibility bus of a desktop: a virtual screen, buses, and who listens (in Debian's own Python).
need Xvfb xvfb
need dbus-daemon dbus-daemon
need /usr/libexec/at-spi-bus-launcher at-spi2-core
/usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null || need gir1.2-atspi python3-gi gir1.2-atspi-2.0
