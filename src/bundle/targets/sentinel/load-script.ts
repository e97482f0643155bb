import { forEachFile, type ScriptText } from '../../load-script.ts'

const SEND = `  refused=$(curl --fail --silent --show-error --retry 5 --request POST --header "@$headers" --data-binary "@$file" \\
    "$api?api-version=2024-02-01-preview")
  case $refused in
    *recordIndex*)
      echo "$file: $refused" >&2
      exit 1
      ;;
  esac
  echo "loaded $file"
  # 100 requests a minute are taken.
  sleep 0.7`

/**
 * Uploads the requests, no faster than Sentinel takes them. It holds no value of an indicator. The upload API deletes
 * nothing, so a whole bundle is loaded as a delta is.
 */
export const loadScript: ScriptText = (_, paths) => `#!/bin/sh
# Uploads this bundle to Microsoft Sentinel. README.md says what it needs and what it does.
set -eu

: "\${WORKSPACE_ID:?the id of the Log Analytics workspace}"
: "\${TOKEN:?a token of Entra ID for https://management.azure.com/}"
cd "$(dirname "$0")"

# A file, for a token on the command line shows in the list of processes.
umask 077
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
printf 'Authorization: Bearer %s\\nContent-Type: application/json\\n' "$TOKEN" > "$headers"

api=\${SENTINEL_API:-https://api.ti.sentinel.azure.com}/workspaces/$WORKSPACE_ID/threat-intelligence-stix-objects:upload
${forEachFile(paths, SEND)}
`
