import { forEachFile, loadLine, type ScriptText } from '../../load-script.ts'
import { APP } from './app-files.ts'
import { collectionOf, TABLES } from './table.ts'

const TABLE_NAMES = TABLES.map(collectionOf).join(' ')

/** Deletes what other loads left and this one does not hold. */
const retire = (load: string): string => `
${loadLine(load)}
for table in ${TABLE_NAMES}; do
  expire "$table" "{\\"load\\":{\\"\\$ne\\":\\"$load\\"}}"
done
`

const SEND = `  table=sigmill_$(basename "$(dirname "$file")")
  api --header 'Content-Type: application/json' --data-binary "@$file" "$data/$table/batch_save"
  echo "loaded $file"`

/** Sends the rows to the KV store and deletes what is out of force. It holds no value of an indicator. */
export const loadScript: ScriptText = (load, paths) => `#!/bin/sh
# Loads this bundle into the KV store of a search head. README.md says what it needs and what it does.
set -eu

: "\${SPLUNK:?the management address of a search head, https://splunk.example.com:8089}"
: "\${SPLUNK_TOKEN:?an authentication token}"
cd "$(dirname "$0")"

# A file, for a token on the command line shows in the list of processes.
umask 077
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
printf 'Authorization: Bearer %s\\n' "$SPLUNK_TOKEN" > "$headers"

data="$SPLUNK/servicesNS/nobody/${APP}/storage/collections/data"

api() {
  curl --fail --silent --show-error --header "@$headers" --output /dev/null "$@"
}

expire() {
  api --request DELETE --get --data-urlencode "query=$2" "$data/$1"
}

${forEachFile(paths, SEND)}
${load === undefined ? '' : retire(load)}
for table in ${TABLE_NAMES}; do
  expire "$table" "{\\"valid_until\\":{\\"\\$lt\\":$(date +%s)}}"
done
`
