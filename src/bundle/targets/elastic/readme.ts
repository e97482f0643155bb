import { formatInstant } from '../../../indicator/time.ts'
import type { Bundle } from '../../bundle.ts'
import { INDEX } from './index-template.ts'

const load = ({ since }: Bundle): string => `## Load the indicators

\`\`\`sh
export ELASTICSEARCH=https://elastic.example.com:9200
export ELASTIC_API_KEY=… # may manage index templates, and write and manage ${INDEX}
sh load.sh
\`\`\`

\`load.sh\` needs curl. It puts \`index-template.json\` to \`/_index_template/${INDEX}\` and posts each file of \`indicators/\`
to \`/_bulk\`; it stops at an answer that refuses a document, and prints it. The id of a document is that of its rule, so
loading a file again changes nothing. Last it deletes what is out of force.
${
  since === undefined
    ? `
This is everything: what the index holds of older bundles and this one does not is deleted by \`_delete_by_query\` on
\`sigmill.bundle\`. So one index holds one selection; another one needs an index of its own. From now on load changes
instead, with the same filters: \`sigmill bundle --target elastic --since THIS_FOLDER -o NEXT_FOLDER\`. A document that no
later bundle renews goes out of force by itself, 30 to 60 days after this one was built: the rules read \`sigmill.valid_until\`.
`
    : `
These are the changes since an earlier bundle: documents to have, and actions \`delete\` for those to go. A \`delete\` of what
is gone already answers \`not_found\`, which is no error.
`
}`

const RULES = `## Import the rules

Once, and again when a newer sigmill wrote them:

\`\`\`sh
curl --fail-with-body --request POST "$KIBANA/api/detection_engine/rules/_import?overwrite=true" \\
  --header "Authorization: ApiKey $KIBANA_API_KEY" --header 'kbn-xsrf: true' --form file=@detection-rules.ndjson
\`\`\`

**An import that overwrites switches every rule off**, for that is how they stand in the file. Before you import them again,
write down which are on:

\`\`\`sh
curl --fail-with-body --get "$KIBANA/api/detection_engine/rules/_find" --header "Authorization: ApiKey $KIBANA_API_KEY" \\
  --data per_page=100 --data-urlencode 'filter=alert.attributes.tags: "sigmill" and alert.attributes.enabled: true' |
  jq '{action: "enable", query: ("alert.attributes.params.ruleId: (" + ([.data[].rule_id | @json] | join(" or ")) + ")")}' > enabled.json
\`\`\`

and behind the import switch them on again:

\`\`\`sh
curl --fail-with-body --request POST "$KIBANA/api/detection_engine/rules/_bulk_action" \\
  --header "Authorization: ApiKey $KIBANA_API_KEY" --header 'kbn-xsrf: true' --header 'Content-Type: application/json' \\
  --data @enabled.json
\`\`\`

The first time there are none on. The rules are four per class of indicators, one for each severity. Switch on the classes whose logs you
have, on Kibana's page of rules by the tag \`sigmill\`, or all of them at once:

\`\`\`sh
curl --fail-with-body --request POST "$KIBANA/api/detection_engine/rules/_bulk_action" \\
  --header "Authorization: ApiKey $KIBANA_API_KEY" --header 'kbn-xsrf: true' --header 'Content-Type: application/json' \\
  --data '{"action":"enable","query":"alert.attributes.tags: \\"sigmill\\""}'
\`\`\`

Each runs every hour over the events that were ingested in the last two; an event that two runs see gives one alert. Severity
and risk score follow the level of the indicator's rule. The alert holds the indicator in \`threat.enrichments\`, with a link
to the page that says why, if sigmill knows its own address. Alerts about the same thing on the same asset are suppressed
for a day, where the licence has suppression (Platinum) and the event has all the fields that tell thing and asset. To see the indicators on Kibana's page of that name, add
\`${INDEX}\` to the advanced setting \`securitySolution:defaultThreatIndex\`.
`

const MATCHES = `## What matches

Indicator match rules compare for equality and know no prefixes, so this target carries less than the rules of single
indicators. Where that matters, export grouped rules for the class besides.

| class | fields of events | matches | does not match |
|---|---|---|---|
| destination-ip | \`destination.ip\` | the address in every spelling | |
| attacking-ip | \`source.ip\` | the address in every spelling | |
| domain | \`dns.question.name\`, \`dns.question.registered_domain\` | the name; of a registered domain, every name under it | names under a name that is no registered domain itself; names that are logged with capitals or a dot at the end |
| url | \`url.full\`, \`url.original\`, \`url.domain\`, \`url.path\` | the URL with http or https; a page with every query; a host that stands alone with everything under it | longer paths; further parts behind a query; with a port of its own, anything but the whole URL |
| file-hash | \`process.hash.*\` | starts of a process by MD5, SHA-1 or SHA-256 in lower case | files that are only written |
| sender | \`email.from.address\`, \`email.sender.address\` | the address in lower case | other letter case |

What happened before an indicator was loaded is not searched. Events count by the time at which they were ingested, so it does
not matter how late they come; what comes in while Kibana runs no rules for more than an hour is missed. A rule makes
at most 1,000 alerts a run, fewer where Kibana's \`xpack.alerting.rules.run.alerts.max\` is lower. It goes through its
indicators in pages of 9,000, so 100,000 of a class and severity are a dozen searches a run.
`

const whatItIs = ({ position, since }: Bundle): string =>
  since === undefined
    ? `Every selected indicator as of ${formatInstant(position)}, and the rules that look for them. Loading it over an older
one takes away what is no longer in it.`
    : `What changed from ${formatInstant(since)} to ${formatInstant(position)}, to be loaded over the bundle of the first
moment.`

/** How to load a bundle, and what comes of it. */
export const readme = (bundle: Bundle): string =>
  [
    `# Indicators for Elastic Security

${whatItIs(bundle)}

| file | content |
|---|---|
| \`index-template.json\` | the mappings of the index, by the Elastic Common Schema |
| \`indicators/*.ndjson\` | bodies of bulk requests |
| \`load.sh\` | sends both |
| \`detection-rules.ndjson\` | the rules, as Kibana imports them |
`,
    load(bundle),
    RULES,
    MATCHES
  ].join('\n')
