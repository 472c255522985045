#!/usr/bin/env bash
# Writes the status file of the workstation in workstation.txt without installing anything: apt works out what would be
# installed on an empty Debian, and the stanzas of those packages are printed with their full English descriptions.
#
#   ./status.sh > workstation.status        needs apt and a Debian package source in /etc/apt
#
# Package lists are fetched into a folder of their own, so the machine's are left as they are.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/lists/partial" "$folder/sources"
cp /etc/apt/sources.list.d/debian.sources "$folder/sources/" 2>/dev/null || true
: >"$folder/status"
options=(
  -o Acquire::Languages=en
  -o APT::Architecture=amd64
  -o Dir::State::lists="$folder/lists"
  -o Dir::State::status="$folder/status"
  -o Dir::Etc::sourceparts="$folder/sources"
  -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
)
apt-get "${options[@]}" update >&2
mapfile -t wanted < <(grep -v '^#' "$here/workstation.txt" | xargs -n 1)
apt-get "${options[@]}" --simulate --no-install-recommends install "${wanted[@]}" |
  awk '$1 == "Inst" { print $2 }' | sort -u | xargs apt-cache "${options[@]}" show --no-all-versions
