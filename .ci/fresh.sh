#!/usr/bin/env bash
# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# make fresh: what a newcomer sees. On a machine with Debian's essential packages, make and Go, in a clean clone of the
# last commit, with an empty home and empty caches, "make help" and "make run" must work, and a browser must show the four
# answers of the demonstration letters that "make run" prints.
#
#   .ci/fresh.sh [RELEASE…]   with these Go releases, such as 1.27.3; without arguments with the latest patch of go.mod's
#                             release and with the newest release
#
#   SUITE=trixie     the Debian release of that machine (default: this machine's)
#   MIRROR=http://…  where its packages come from (default: Debian's)
#   LIMIT=600        the seconds after which it has failed
#
# The machine is a folder that a process is locked into, with mounts, processes and a user of its own; it shares the
# network. Of this machine's settings only those of registries and certificates are passed in. The browser and what drives
# it are this machine's: they are the visitor's phone.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/need.sh

packages=make
limit=${LIMIT:-600}
cache=$PWD/.cache/fresh
mkdir -p "$cache"

say() { echo "fresh: $*"; }
fail() {
  say "$*" >&2
  exit 1
}

[ "$(id -u)" = 0 ] || fail "it makes a machine of its own, which needs root: sudo make fresh"
[ -z "$(git status --porcelain)" ] || say "changes that are not committed are not in the clone"
suite=${SUITE:-$(. /etc/os-release && echo "${VERSION_CODENAME:-}")}
need mmdebstrap mmdebstrap
need unshare util-linux
need curl curl
e2e/browser.sh

if (($# == 0)); then
  minor=$(awk '$1 == "go" { split($2, v, "."); print v[1] "." v[2] }' go.mod)
  set -- "$(.ci/newest-go.sh "$minor")" "$(.ci/newest-go.sh)"
fi

# image is the bare machine, packed; it is made once.
image=$cache/$suite-$(tr ' ' '-' <<<"$packages").tar
if [ ! -f "$image" ]; then
  say "making a bare machine of Debian's $suite: essential packages and $packages"
  mmdebstrap --quiet --format=tar --variant=essential --include="${packages// /,}" "$suite" "$image.part" ${MIRROR:-}
  mv "$image.part" "$image"
fi

machine='' inside=''
# leave ends the machine: its first process ends with unshare, which heeds no other signal, and all others with that one.
leave() {
  [ -z "$inside" ] || kill -KILL "$inside" 2>/dev/null || true
  wait
  [ -z "$machine" ] || rm -rf "$machine"
  machine='' inside=''
}
trap leave EXIT

# furnish unpacks the machine and puts Go, the clone and this machine's certificates there.
furnish() {
  local release=$1 goroot
  machine=$(mktemp -d "$cache/machine-XXXX")
  chmod 755 "$machine"
  tar -C "$machine" -xf "$image"
  goroot=$(cd / && go mod download -json "golang.org/toolchain@v0.0.1-go$release.$(go env GOHOSTOS)-$(go env GOHOSTARCH)" |
    sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
  [ -d "$goroot" ] || fail "Go $release cannot be downloaded"
  cp -r "$goroot" "$machine/usr/local/go"
  find "$machine/usr/local/go/bin" "$machine/usr/local/go/pkg/tool" -type f -exec chmod 755 {} +
  echo 'newcomer:x:1000:1000::/home/newcomer:/bin/bash' >>"$machine/etc/passwd"
  cp -L /etc/resolv.conf /etc/hosts "$machine/etc/"
  mkdir -p "$machine/etc/ssl/certs" "$machine/home/newcomer"
  cp -L "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" "$machine/etc/ssl/certs/ca-certificates.crt"
  git clone --quiet --depth 1 "file://$PWD" "$machine/home/newcomer/videoguida"
  chown -R 1000:1000 "$machine/home/newcomer"
}

# within runs a command line on the machine, in the clone, as the newcomer.
within() {
  local settings=() name
  for name in GOPROXY GONOPROXY GOPRIVATE GOSUMDB GONOSUMDB GOINSECURE; do
    settings+=("$name=$(cd / && go env "$name")")
  done
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    [ -z "${!name:-}" ] || settings+=("$name=${!name}")
  done
  exec unshare --mount --pid --ipc --uts --fork --kill-child bash -c '
    mount -t proc proc "$1/proc"
    mount --rbind /dev "$1/dev"
    mount -t tmpfs tmpfs "$1/tmp"
    chroot --userspec=1000:1000 "$@"; exit' within "$machine" /usr/bin/env -i \
    PATH=/usr/local/go/bin:/usr/bin:/bin HOME=/home/newcomer LANG=C.UTF-8 "${settings[@]}" \
    bash -c "cd ~/videoguida && $1"
}

# rehearse is one newcomer, from nothing to the answers.
rehearse() {
  local release=$1 port log=$cache/run-$1.log began served
  furnish "$release"
  say "$(within 'go version'), $(nproc) cores, empty caches: make help"
  (within 'make help') | sed 's/^/    /'
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  say "make run PORT=$port"
  began=$SECONDS
  (within "make run PORT=$port") >"$log" 2>&1 &
  inside=$!
  tail --pid="$inside" -n +1 -f "$log" | sed -Eu 's/^(http.{60}).*/\1…/; s/^/    /' &
  until curl --silent --fail --output /dev/null "http://localhost:$port/"; do
    kill -0 "$inside" 2>/dev/null || { sleep 1; fail "make run ended before it served anything, with go$release"; }
    ((SECONDS - began < limit)) || fail "nothing was served after $limit s, with go$release"
    sleep 0.2
  done
  served=$((SECONDS - began))
  node e2e/fresh.mjs "$log"
  waited+=("go$release: the page is served after $served s, the answers are there after $((SECONDS - began)) s")
  leave
}

waited=()
for release; do
  rehearse "$release"
done
printf 'fresh: %s\n' "${waited[@]}"
