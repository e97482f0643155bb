import { formatInstant } from '../../../indicator/time.ts'
import type { Bundle } from '../../bundle.ts'
import { APP, APP_VERSION } from './app-files.ts'
import { DETECTIONS } from './detections.ts'
import { MOST_DOCUMENTS } from './row-files.ts'
import { collectionOf, TABLES } from './table.ts'

const whatItIs = ({ position, since }: Bundle): string =>
  since === undefined
    ? `Every selected indicator as of ${formatInstant(position)}, and the app that looks them up. Loading it over an older one takes
away what is no longer in it.`
    : `What changed from ${formatInstant(since)} to ${formatInstant(position)}, to be loaded over the bundle of the first
moment. The app is in whole bundles only: it does not depend on indicators. These rows are for its version ${APP_VERSION}; where

    "$SPLUNK_HOME/bin/splunk" btool app list id --app=${APP}

tells another one, build a whole bundle and install the app that is in it first.`

const APP_FILE = `| \`${APP}/\` | the app: collections, lookups, macros and saved searches |
`

const INSTALL = `## Install the app, once

This is version ${APP_VERSION} of the app; a whole bundle with another one has to be installed again. Copy the folder and
restart, or pack it for Splunk Web or Splunk Cloud (**Apps** > **Install app from file**):

\`\`\`sh
cp -R ${APP} "$SPLUNK_HOME/etc/apps/" && "$SPLUNK_HOME/bin/splunk" restart
tar -czf ${APP}.tgz ${APP}
\`\`\`

In a cluster of search heads it goes through the deployer:

\`\`\`sh
cp -R ${APP} "$SPLUNK_HOME/etc/shcluster/apps/"
"$SPLUNK_HOME/bin/splunk" apply shcluster-bundle -target https://member.example.com:8089
\`\`\`

What Splunk makes of it:

\`\`\`sh
"$SPLUNK_HOME/bin/splunk" btool check --app=${APP}
"$SPLUNK_HOME/bin/splunk" btool savedsearches list --app=${APP}
\`\`\`

`

const searchName = encodeURIComponent(`Sigmill - ${DETECTIONS[0]?.title}`)

const tablesText = TABLES.map((table) => `| \`${collectionOf(table)}\` | ${table.kinds.join(', ')} |`).join('\n')

const searchesText = DETECTIONS.map(
  ({ title, dataset, table }) => `| Sigmill - ${title} | \`${dataset}\` | \`${collectionOf({ name: table })}\` |`
).join('\n')

/** How to load a bundle, what it finds, and what it cannot. */
export const readme = (bundle: Bundle): string => `# Indicators for Splunk

${whatItIs(bundle)}

| file | content |
| --- | --- |
${bundle.since === undefined ? APP_FILE : ''}| \`rows/<table>/*.json\` | rows to have, in bodies of \`batch_save\` with at most ${MOST_DOCUMENTS} documents |
| \`removals/<table>/*.json\` | what takes the place of rows that are gone; in deltas only |
| \`load.sh\` | sends both, then deletes what is out of force |

${bundle.since === undefined ? INSTALL : ''}## Load the rows

Needs \`curl\`, the management port of a search head, and a token (**Settings** > **Tokens**) of a user who may write to the
app's collections. On Splunk Cloud the port has to be opened for your address first.

\`\`\`sh
export SPLUNK=https://splunk.example.com:8089 SPLUNK_TOKEN=...
sh load.sh
\`\`\`

By hand, one table:

\`\`\`sh
data="$SPLUNK/servicesNS/nobody/${APP}/storage/collections/data"
curl -fsS -H "Authorization: Bearer $SPLUNK_TOKEN" -H 'Content-Type: application/json' \\
  --data-binary @rows/ip/0001.json "$data/sigmill_ip/batch_save"
curl -fsS -H "Authorization: Bearer $SPLUNK_TOKEN" -X DELETE -G \\
  --data-urlencode "query={\\"valid_until\\":{\\"\\$lt\\":$(date +%s)}}" "$data/sigmill_ip"
\`\`\`

A row is saved under the id of its rule, so that loading twice changes nothing, and a load that breaks off is made good by
the next one; no search ever sees an empty table. A whole bundle and a delta are loaded alike.

The rows stand in the KV store and not in CSV files of the app, because a CSV lookup is replaced as a whole, travels to every
indexer with the knowledge bundle, and is kept from being replaced on members of a cluster by the deployer's default.

## Tables

| collection and lookup | types |
| --- | --- |
${tablesText}

\`match_value\` is what events are compared with, in lower case, for lookups over the KV store compare letter case. Beside it
stand the indicator, the rule (\`rule_id\`, \`title\`, \`severity\`), \`confidence\`, \`tlp\`, what sources say of the threat, \`why\`${
  bundle.whyUrl === undefined ? ' (empty, for the setting `public_url` was not set)' : ', the page with the reasons'
},
\`valid_from\`, \`valid_until\`, and \`load\`, by which a whole bundle tells its rows from those of any other. A row is out of
force 30 to 60 days after it was last written unless a delta or a whole bundle renews it, so that a table which nobody keeps
any more empties itself.

## Turn the alerts on

They come switched off. One, or all of them:

\`\`\`sh
curl -fsS -H "Authorization: Bearer $SPLUNK_TOKEN" -d is_scheduled=1 \\
  "$SPLUNK/servicesNS/nobody/${APP}/saved/searches/${searchName}"
mkdir -p "$SPLUNK_HOME/etc/apps/${APP}/local"
printf '[default]\\nenableSched = 1\\n' >> "$SPLUNK_HOME/etc/apps/${APP}/local/savedsearches.conf"
\`\`\`

| search | data model | lookup |
| --- | --- | --- |
${searchesText}

Each runs every quarter of an hour over the last 75 minutes, for events that arrive late, and alerts once in 24 hours for a
rule and an asset. Results carry the row: \`severity\` is the level of the rule, which Enterprise Security takes over when an
adaptive response makes a notable of it.

To be set in \`local/macros.conf\`:

- \`sigmill_wanted\`: which rows alert, such as \`search confidence IN ("high")\`
- \`sigmill_tstats\`: \`summariesonly=true\` where the models are accelerated, which is faster and misses what is not
  summarised yet

Search back by running one of them over a longer time.

## What it finds and what not

- Addresses, hashes and senders: exactly. An IPv6 address stands in two spellings, short and uncompressed.
- Domains: the name and what lies under it. A name is cut into itself and its parents, each of which is looked up exactly;
  that costs a few rows for each name, where a wildcard in the table would compare each event with every row.
- URLs: the URL and whatever begins like it. The host is looked up exactly first, and only requests to listed hosts are
  held against prefixes. Ports 80 and 443 are not told from no port, and a \`*\` inside a URL stands for anything: both find
  more than the rule. Where a proxy logs the path alone, \`dest\` stands in for the host.
- Where several URLs of the table are the beginning of one request, each is judged and alerts by itself, up to 1,000.
- Events count that their add-on puts into the data model. Without it nothing is found.
- A search that expands more than the memory of \`mvexpand\` allows (\`max_mem_usage_mb\` in limits.conf, 500 as it comes) is
  cut short with a warning: run it more often, over a shorter time.
- CVEs and techniques are left out.
`
