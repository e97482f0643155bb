import { forEachFile, loadLine, type ScriptText } from '../../load-script.ts'
import { INDEX } from './index-template.ts'

/** Deletes what other loads left and this one does not hold. */
const retire = (load: string): string => `
${loadLine(load)}
api POST '/${INDEX}/_delete_by_query?conflicts=proceed&refresh=true&ignore_unavailable=true' --header 'Content-Type: application/json' \\
  --data "{\\"query\\":{\\"bool\\":{\\"must_not\\":{\\"term\\":{\\"sigmill.bundle\\":\\"$load\\"}}}}}" > /dev/null
`

const SEND = `  answer=$(api POST '/_bulk?filter_path=errors,items.*.error' --header 'Content-Type: application/x-ndjson' \\
    --data-binary "@$file")
  case $answer in
    *'"errors":false'*) echo "loaded $file" ;;
    *)
      echo "$file: $answer" >&2
      exit 1
      ;;
  esac`

/** Sends the bulk requests in order and deletes what is out of force. It holds no value of an indicator. */
export const loadScript: ScriptText = (load, paths) => `#!/bin/sh
# Loads this bundle into Elasticsearch. README.md says what it needs and what it does.
set -eu

: "\${ELASTICSEARCH:?the address of Elasticsearch, https://elastic.example.com:9200}"
: "\${ELASTIC_API_KEY:?an API key that may write and manage the index}"
cd "$(dirname "$0")"

# A file, for a key on the command line shows in the list of processes.
umask 077
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
printf 'Authorization: ApiKey %s\\n' "$ELASTIC_API_KEY" > "$headers"

api() {
  method=$1
  path=$2
  shift 2
  curl --fail --silent --show-error --request "$method" --header "@$headers" "$@" "$ELASTICSEARCH$path"
}

api PUT '/_index_template/${INDEX}' --header 'Content-Type: application/json' --data-binary @index-template.json > /dev/null
${forEachFile(paths, SEND)}
api POST '/${INDEX}/_refresh?ignore_unavailable=true' > /dev/null
${load === undefined ? '' : retire(load)}
api POST '/${INDEX}/_delete_by_query?conflicts=proceed&ignore_unavailable=true' --header 'Content-Type: application/json' \\
  --data '{"query":{"range":{"sigmill.valid_until":{"lt":"now"}}}}' > /dev/null
`
