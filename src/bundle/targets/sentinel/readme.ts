import { formatInstant } from '../../../indicator/time.ts'
import type { Bundle } from '../../bundle.ts'
import { INDICATOR_CLASSES } from '../../indicator-class.ts'
import { MOST_OBJECTS } from './indicator-files.ts'
import { MOST_ROWS } from './watchlist.ts'

const RULES = `## Deploy the analytics rules

Once, and again when a newer sigmill wrote them:

\`\`\`sh
az deployment group create --resource-group "$RESOURCE_GROUP" --template-file analytics-rules.json \\
  --parameters workspace="$WORKSPACE" enabled='["destination-ip", "domain", "url"]'
\`\`\`

The rules come switched off but for the classes that \`enabled\` names: those whose logs you have, of ${INDICATOR_CLASSES.join(', ')}.
Deploying again sets all of them by what is named then, so name the same classes; one more is switched on by naming it, too. There is one rule per class of indicators; each runs every
hour and takes the events that arrived in that hour, up to four hours late. An alert stands for one thing that was seen on
one asset: its severity is the level of the indicator's rule, its custom details name the rule (\`RuleId\`), how sure its
sources are and until when it holds, and its link leads to the page that says why, if sigmill knows its own address. Alerts
of the same entities join one incident for a day. Suppression is off, because it stops a rule for every indicator.

The rules read \`ThreatIntelIndicators\`. The older \`ThreatIntelligenceIndicator\` gets no data any more.
`

const upload = ({ since }: Bundle): string => `## Upload the indicators

The caller needs the role Microsoft Sentinel Contributor in the workspace; \`WORKSPACE_ID\` is its id, not its name.

\`\`\`sh
export WORKSPACE_ID
export TOKEN=$(az account get-access-token --resource https://management.azure.com/ --query accessToken --output tsv)
sh load.sh
\`\`\`

\`load.sh\` needs curl. It posts each file of \`indicators/\`, which is the body of one request, to

    https://api.ti.sentinel.azure.com/workspaces/$WORKSPACE_ID/threat-intelligence-stix-objects:upload?api-version=2024-02-01-preview

Sentinel takes ${MOST_OBJECTS} objects a request and 100 requests a minute, so 100,000 indicators need about twenty minutes; a
token holds for about an hour. If it stops in between, run it again: sending an object twice changes nothing. It
stops at an answer that refuses objects, and prints it. \`SENTINEL_API\` names the address of another cloud than Azure's own.
${
  since === undefined
    ? `
Upload changes instead of everything from now on, with the same filters:
\`sigmill bundle --target sentinel --since THIS_FOLDER -o NEXT_FOLDER\`. An indicator that no later bundle renews goes out of
force by itself, 30 to 60 days after this one was built. So does what an older bundle uploaded and this one does not
hold: a whole bundle takes nothing away, deltas do.
`
    : `
These are the changes since an earlier bundle. What is to go stands among them with the end of its validity in the past: it
is never revoked, because Sentinel would keep that for ever, and an indicator may return.
`
}`

const WATCHLIST = `## Or, for a small set, a watchlist

Instead of the two steps above, up to ${MOST_ROWS} indicators fit into a watchlist, which needs no upload API. A workspace counts
every row that is loaded or deleted against 100,000 changes a month, so a list of that size can be replaced every day.

\`\`\`sh
URL="https://management.azure.com/subscriptions/$SUBSCRIPTION/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.OperationalInsights/workspaces/$WORKSPACE/providers/Microsoft.SecurityInsights/watchlists/sigmill?api-version=2024-03-01"
BODY=$(mktemp)
jq --null-input --rawfile rows watchlist/sigmill.csv '{properties: {displayName: "sigmill", provider: "sigmill",
  source: "sigmill.csv", contentType: "text/csv", numberOfLinesToSkip: 0, itemsSearchKey: "Value", rawContent: $rows}}' > "$BODY"
az rest --method put --url "$URL" --body "@$BODY"
az deployment group create --resource-group "$RESOURCE_GROUP" --template-file watchlist/analytics-rules.json \\
  --parameters workspace="$WORKSPACE" enabled='["destination-ip", "domain", "url"]'
\`\`\`

A load adds rows and takes none away: to replace a list, delete it first with \`az rest --method delete --url "$URL"\`, and
wait some minutes. There are no deltas of a watchlist.
`

const MATCHES = `## What matches

| class | events | matches |
|---|---|---|
| destination-ip | \`_Im_NetworkSession\`, \`DstIpAddr\` | the address in every spelling, IPv4 within IPv6 included |
| attacking-ip | \`_Im_NetworkSession\`, \`SrcIpAddr\` | likewise |
| domain | \`_Im_Dns\`, \`DnsQuery\` | the name and every name under it, with or without the dot at the end |
| url | \`_Im_WebSession\`, \`Url\` | the URL and everything that begins with it, with any scheme; ports 80 and 443 count as none. A proxy that logs host and path apart is missed |
| file-hash | \`_Im_ProcessCreate\` | starts of a process by MD5, SHA-1 or SHA-256; files that are only written are missed |
| sender | \`EmailEvents\` of Defender XDR | the address in the header or in the envelope |

Letter case never counts. What happened before an indicator was uploaded is not searched. An event that arrives more than
four hours late is missed; where a parser hides when it arrived, one that is later than an hour. A run makes at most 150
alerts of a rule, the last of which sums up the rest. Indicators are marked as TLP 1.0, which is what Sentinel shows;
AMBER+STRICT becomes red.
`

const whatItIs = ({ position, since }: Bundle): string =>
  since === undefined
    ? `Every selected indicator as of ${formatInstant(position)}, and the analytics rules that look for them.`
    : `What changed from ${formatInstant(since)} to ${formatInstant(position)}, to be loaded over the bundle of the first
moment.`

const WATCHLIST_FILES = `| \`watchlist/\` | the same as a watchlist, with rules over it |
`

/** How to load a bundle, and what comes of it. */
export const readme = (bundle: Bundle, hasWatchlist: boolean): string =>
  [
    `# Indicators for Microsoft Sentinel

${whatItIs(bundle)}

| file | content |
|---|---|
| \`analytics-rules.json\` | the analytics rules, as a template that Azure deploys |
| \`indicators/*.json\` | bodies of requests to the upload API with at most ${MOST_OBJECTS} objects |
| \`load.sh\` | uploads them |
${hasWatchlist ? WATCHLIST_FILES : ''}`,
    RULES,
    upload(bundle),
    ...(hasWatchlist ? [WATCHLIST] : []),
    MATCHES
  ].join('\n')
