#!/usr/bin/env bash
# Runs what the README promises a stranger: `npm start` prints a curl line, and that line, as printed, returns rules.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
log="$folder/start.log"
export SIGMILL_DB="sqlite:$folder/demo.db" SIGMILL_PORT=0

# npm does not hand signals on to what it starts, so server and npm get a process group of their own.
set -m
npm start >"$log" 2>&1 &
server=$!
set +m
trap 'kill -- "-$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

for _ in $(seq 1 300); do
  line=$(grep -m1 -E '^ *curl ' "$log" || true)
  [ -n "$line" ] && break
  kill -0 "$server" 2>/dev/null || { cat "$log"; echo 'npm start ended by itself' >&2; exit 1; }
  sleep 0.2
done
[ -n "${line:-}" ] || { cat "$log"; echo 'npm start printed no curl line' >&2; exit 1; }

rules=$(bash -c "$line")
count=$(grep -c '^title: ' <<<"$rules" || true)
[ "$count" -gt 0 ] || { printf '%s\n' "$rules"; echo 'the printed curl line returned no rules' >&2; exit 1; }
echo "the printed curl line returned $count rules"
