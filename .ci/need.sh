# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# need PROGRAM PACKAGE...: the program is there, or apt-get brings it (as root); otherwise it says exactly what to
# install and fails. To be sourced.
need() {
  local program=$1
  shift
  command -v "$program" >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing $*"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" && return
  fi
  echo "$program is missing. Install it with:" >&2
  echo "  sudo apt-get install --no-install-recommends $*" >&2
  exit 1
}
