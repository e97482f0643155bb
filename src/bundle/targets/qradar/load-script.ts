/**
 * Creates the sets that are missing and sends the bulk updates in order. It holds no value of an indicator. An answer is
 * taken into a variable before jq reads it, because sh tells of a pipe how its last command ended, and of no other.
 * States of a task:
 * https://www.juniper.net/documentation/us/en/software/jsa7.5.0/jsa-rest-api-v160/topics/ref/jsa-16.0--reference_data_collections-set_bulk_update_tasks-task_status_id-GET.html
 */
export const LOAD_SCRIPT = `#!/bin/sh
# Loads this bundle into QRadar. README.md says what it needs and what it does.
set -eu

: "\${QRADAR:?the address of the console, https://qradar.example.com}"
: "\${QRADAR_TOKEN:?the token of an authorized service}"
# For how many seconds a task may take a bulk update in.
: "\${QRADAR_WAIT:=1800}"
cd "$(dirname "$0")"

fail() {
  echo "load.sh: $*" >&2
  exit 1
}

for tool in curl jq; do
  command -v "$tool" > /dev/null || fail "$tool is not installed."
done

# A file, for a token on the command line shows in the list of processes.
umask 077
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
printf 'SEC: %s\\nVersion: 16.0\\nAccept: application/json\\n' "$QRADAR_TOKEN" > "$scratch/headers"

api() {
  method=$1
  path=$2
  shift 2
  curl --fail --silent --show-error --connect-timeout 30 --max-time 300 \\
    --request "$method" --header "@$scratch/headers" "$@" "$QRADAR/api$path" ||
    fail "QRadar did not do $method $path. What was loaded before stays; mend the cause and run load.sh again."
}

list_sets() {
  api GET '/reference_data_collections/sets?fields=id%2Cname' > "$scratch/sets"
}

# Waits until a task has taken in a file.
wait_for() {
  waited=0
  while :; do
    answer=$(api GET "/reference_data_collections/set_bulk_update_tasks/$1")
    status=$(printf '%s' "$answer" | jq -r '.status // empty') || fail "$2: QRadar's answer about task $1 is no JSON."
    case $status in
      COMPLETED) return ;;
      INITIALIZING | QUEUED | PROCESSING | PAUSED | RESUMING) ;;
      *) fail "$2: task $1 was not completed, its status is \\"$status\\". See QRadar's log, and run load.sh again." ;;
    esac
    [ "$waited" -lt "$QRADAR_WAIT" ] ||
      fail "$2: task $1 is still $status after $waited seconds. Set QRADAR_WAIT to wait longer, and run load.sh again."
    sleep 2
    waited=$((waited + 2))
  done
}

# Only what this bundle wrote: a folder may hold files of an older one.
files=$(jq -r '.files[].path | select(startswith("entries/"))' bundle.json) ||
  fail 'bundle.json cannot be read, so the bundle is not whole. Build it again.'

list_sets
missing=$(jq -r --slurpfile known "$scratch/sets" '.[] | select(.name as $name | any($known[0][]; .name == $name) | not) |
  [.name, (to_entries | map("\\(.key)=\\(.value | @uri)") | join("&"))] | @tsv' sets.json) ||
  fail "QRadar's list of sets is no JSON, or sets.json cannot be read."
if [ -n "$missing" ]; then
  printf '%s\\n' "$missing" | while IFS="$(printf '\\t')" read -r name query; do
    api POST "/reference_data/sets?$query" > /dev/null
    echo "created $name"
  done
  list_sets
fi

for file in $files; do
  jq -c --slurpfile known "$scratch/sets" '($known[0] | map({(.name): .id}) | add) as $ids |
    map(.collection_id = ($ids[.set] // error("no set \\(.set)")) | del(.set))' "$file" > "$scratch/body" ||
    fail "$file names a set that QRadar does not have, or cannot be read."
  answer=$(api PATCH /reference_data_collections/set_entries --header 'Content-Type: application/json' \\
    --data-binary "@$scratch/body")
  task=$(printf '%s' "$answer" | jq -r '.id // empty') || fail "$file: QRadar's answer is no JSON."
  case $task in
    '' | *[!0-9]*) fail "$file: QRadar's answer names no task, so nothing tells whether it was loaded. Run load.sh again." ;;
  esac
  wait_for "$task" "$file"
  echo "loaded $file"
done
`
