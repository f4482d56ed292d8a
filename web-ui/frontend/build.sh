#!/bin/sh
# Called by Maven (module web-ui): "build.sh build" bundles the front end into target/classes/static, "build.sh test"
# checks it. Does nothing that is done already.
set -eu
cd "$(dirname "$0")"

needed='The web UI is built with Node 20.19 or newer and its npm. Install it (https://nodejs.org or your package manager), see that "node --version" shows it, then run Maven again.'
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "Node is not on the PATH. $needed" >&2
  exit 1
fi
if ! node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'; then
  echo "Node $(node --version) is too old. $needed" >&2
  exit 1
fi

if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi

case "${1:-build}" in
  build)
    if [ ! -f dist/index.html ] || [ -n "$(find src public index.html vite.config.ts package-lock.json ../openapi.json -newer dist/index.html)" ]; then
      npm run --silent build -- --logLevel warn
    fi
    static=../target/classes/static
    if [ ! -f "$static/index.html" ] || ! diff -rq dist "$static" >/dev/null; then
      rm -rf "$static"
      mkdir -p "$static"
      cp -R dist/. "$static"
    fi
    ;;
  test)
    npm run --silent lint
    npm run --silent test
    ;;
esac
