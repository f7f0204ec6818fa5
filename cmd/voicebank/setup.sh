#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# What "make voice" needs on Debian: the synthesiser SVOX Pico (non-free, fetched
# by a private list of sources: the system's own stay as they are), festival's
# Italian voice to align with, lame to encode, sox. The site's build needs none.
set -euo pipefail
missing=()
have() { command -v "$1" >/dev/null || missing+=("$2"); }
have festival festival
have lame lame
have sox sox
command -v pico2wave >/dev/null || missing+=(libpopt0) # it needs this library
[ -d /usr/share/festival/voices/italian ] || missing+=(festvox-italp16k)
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
command -v pico2wave >/dev/null && exit 0

. /etc/os-release
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
chmod 755 "$dir"
mkdir -p "$dir/lists/partial"
mirror="$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)"
echo "deb ${mirror:-http://deb.debian.org/debian} $VERSION_CODENAME main contrib non-free" >"$dir/sources.list"
private=(-o Dir::Etc::sourcelist="$dir/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$dir/lists")
apt-get "${private[@]}" update -qq
(cd "$dir" && apt-get "${private[@]}" download libttspico-utils libttspico0 libttspico-data)
dpkg -i "$dir"/*.deb
