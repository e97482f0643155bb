import { formatInstant } from '../../../indicator/time.ts'
import type { Bundle } from '../../bundle.ts'
import { MOST_ENTRIES } from './entry-files.ts'

const whatItIs = ({ position, since }: Bundle): string =>
  since === undefined
    ? `Every selected indicator as of ${formatInstant(position)}. What a set holds besides stays in it until its time is over; to
begin from nothing, empty the sets first (below).`
    : `What changed from ${formatInstant(since)} to ${formatInstant(position)}, to be loaded over the bundle of the first
moment. The lines with \`delete_entry\` take out what is gone, and what moved to another set.`

/** How to load a bundle, what it finds, and what it cannot. */
export const readme = (bundle: Bundle): string => `# Indicators for IBM QRadar

${whatItIs(bundle)}

| file | content |
| --- | --- |
| \`sets.json\` | the reference sets, as \`POST /reference_data/sets\` takes them |
| \`entries/*.json\` | bulk updates of at most ${MOST_ENTRIES} lines, to be sent in order |
| \`load.sh\` | creates the sets that are missing and sends the updates |
| \`searches/*.aql\` | one search for each rating and kind of thing |
| \`rules.md\` | the custom rules, which have to be created by hand, once |

## Load

Needs \`curl\`, \`jq\`, QRadar 7.4.3 or later (version 16.0 of its API), and an authorized service (**Admin** > **Authorized
Services**) whose role may administer reference data.

\`\`\`sh
export QRADAR=https://qradar.example.com QRADAR_TOKEN=...
sh load.sh
\`\`\`

\`load.sh\` loads what \`bundle.json\` lists. It creates sets by \`POST /api/reference_data/sets\`, looks up their numbers by
\`GET /api/reference_data_collections/sets\`, sends each file by \`PATCH /api/reference_data_collections/set_entries\` and waits
for its task, up to half an hour (\`QRADAR_WAIT\`, in seconds). Where a request or a task fails it says so and ends with exit
code 1; then run it again. A whole bundle and a delta are loaded alike, and loading one twice changes nothing but the time of
the last sighting.

To begin from nothing, empty every set first; until the load is over it finds nothing:

\`\`\`sh
jq -r '.[].name' sets.json | while read -r name; do
  curl -fsS -X DELETE -H "SEC: $QRADAR_TOKEN" -H 'Version: 16.0' "$QRADAR/api/reference_data/sets/$name?purge_only=true"
done
\`\`\`

An older console takes one set at a time, values only, and one removal a request:

\`\`\`sh
set=sigmill_ip_high
for file in $(jq -r '.files[].path | select(startswith("entries/"))' bundle.json); do
  jq --arg set $set '[.[] | select(.set == $set and .delete_entry == null) | .value]' "$file" |
    curl -fsS -X POST -H "SEC: $QRADAR_TOKEN" -H 'Content-Type: application/json' --data-binary @- \\
      "$QRADAR/api/reference_data/sets/bulk_load/$set"
  jq -r --arg set $set '.[] | select(.set == $set and .delete_entry) | .value | @uri' "$file" |
    while read -r value; do curl -sS -X DELETE -H "SEC: $QRADAR_TOKEN" "$QRADAR/api/reference_data/sets/$set/$value"; done
done
\`\`\`

There a removal of what is in no set is answered by 404, and URLs, whose slashes a path cannot carry everywhere, may have to
wait for the end of their time.

## Search and alert

\`\`\`sh
curl -fsS -X POST -H "SEC: $QRADAR_TOKEN" -H 'Version: 16.0' -G \\
  --data-urlencode query_expression@searches/high-addresses.aql "$QRADAR/api/ariel/searches"
\`\`\`

or paste the text into **Log Activity** > **Advanced Search**, save it and schedule a report on it. With \`LAST 30 DAYS\` in the
last line it searches back. For flows write \`FROM flows\` and keep the conditions on addresses.

Alerts come from custom rules: \`rules.md\` has their texts.

The searches name custom properties that IBM's content extensions fill (*URL*, *URL Host*, *MD5 Hash*, *SHA1 Hash*, *SHA256
Hash*, *Sender*). Where one is missing AQL refuses the search: install the Custom Properties Dictionary, or write yours.

## Sets

\`sigmill_<class>_<rating>\`, with the ratings \`high\` (also critical), \`medium\`, \`low\` (also informational) of the rules, for a
set has no columns. The classes are \`ip\` and \`ipv6\` (hosts connect to them), \`attacker_ip\` and \`attacker_ipv6\` (they connect to
hosts), \`domain\`, \`url\`, \`md5\`, \`sha1\`, \`sha256\`, \`sender\`. The notes of an element name its rule, the confidence of its
sources, TLP, and ${bundle.whyUrl === undefined ? '`sigmill why <rule>` tells the rest' : 'the page that tells why it is there'}.

An element goes by itself 60 days after it was last loaded. Deltas renew rows before the day in their notes is over, so that
a feed which nobody keeps any more empties itself.

## What it finds and what not

- Addresses, hashes and senders: exactly. An IPv6 address stands in both spellings, short and uncompressed.
- Domains: names that DNS logs keep in *URL*, and hosts of web requests in *URL Host*, which is more than the rules of sigmill
  ask. A set compares whole values; the searches cut a name down to its last two, three and four labels, so subdomains
  are found, but not those of an indicator that itself has five labels or more.
- A port behind the host, as proxies log a tunnel (\`evil.example:443\`), does not hide a domain.
- URLs: the whole URL, with \`http://\`, \`https://\` or neither, and with any query where the indicator has none. **Not** what lies
  under a path, nor a URL with an explicit default port. A URL that names nothing but a host also stands as that host, so that
  requests of which a proxy sees the host alone are found; the host of a URL that names more is never taken.
- Letter case never counts. Two URLs that differ in it alone share their elements, as \`host\` and \`host:443\` do what both are
  logged as. A shared element stands in a set as long as one of them wants it there; its notes name the last of them.
- CVEs and techniques are left out.
- 100,000 elements a set is the size that QRadar is set up for; \`sigmill plan --target qradar\` tells how many each has.
`
