#!/bin/sh
# Builds the page into dist/, doing only what is out of date:
# the packages when the lock file is newer than what is installed, the page when a source is.
set -eu
cd "$(dirname "$0")"

installed=node_modules/.package-lock.json
built=node_modules/.page-built # beside the packages: fresh packages mean a fresh page

newer_than() { # mark file-or-folder...
  mark=$1
  shift
  [ ! -f "$mark" ] || [ -n "$(find "$@" -newer "$mark" -print 2>/dev/null | head -n 1)" ]
}

if ! command -v npm >/dev/null; then
  echo "The page needs npm (Node 20.19 or later), but none is on the PATH. Install it, or leave the page out with -Dskip.ui." >&2
  exit 1
fi
if newer_than "$installed" package-lock.json; then
  npm ci --no-audit --no-fund
fi
if [ ! -f dist/index.html ] ||
  newer_than "$built" src public index.html vite.config.ts tsconfig.json package.json package-lock.json build.sh; then
  npm run build
  touch "$built"
fi
