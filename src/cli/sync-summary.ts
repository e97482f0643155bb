import { SYNC_OUTCOMES, type SyncedChange, type SyncOutcome, type SyncReport } from '../app/sync/sync-report.ts'
import { terminalText } from '../problem/printable.ts'
import { totalsText } from './sync-text.ts'
import { formatCount } from './text-table.ts'

/** Rules of each outcome that a summary names. A pull request takes 65,536 characters. */
export const NAMED_IN_SUMMARY = 50

const HEADINGS: Readonly<Record<SyncOutcome, string>> = { added: 'Added', changed: 'Changed', removed: 'Removed' }

/** Everything that Markdown, in the flavours of GitHub and GitLab, could take for more than text: mentions too. */
const MARKUP = /[\\`*_{}[\]()<>#+\-.!|~@:&$/]/g

const REFERENCES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '@': '&#64;',
  '#': '&#35;',
  '/': '&#47;'
}

/** Text from anywhere as text in Markdown: no link, no mention, no markup, one line. */
export const markdownText = (text: string): string =>
  terminalText(text).replaceAll(MARKUP, (sign) => REFERENCES[sign] ?? `\\${sign}`)

const sectionOf = (report: SyncReport, outcome: SyncOutcome): readonly string[] => {
  const total = report.totals[outcome]
  if (total === 0) return []
  const named = report.changes.filter((change) => change.outcome === outcome)
  const left = total - named.length
  return [
    '',
    `### ${HEADINGS[outcome]}: ${formatCount(total)}`,
    '',
    ...named.map(lineOf),
    ...(left > 0 ? [`- … and ${formatCount(left)} more`] : [])
  ]
}

const lineOf = ({ title, id, reason }: SyncedChange): string =>
  `- ${title === '' ? markdownText(id) : markdownText(title)} (${markdownText(reason)})`

const countsTable = ({ counts }: SyncReport): readonly string[] =>
  counts.length === 0
    ? []
    : [
        '',
        '| | type | reason | rules |',
        '|---|---|---|--:|',
        ...counts.map(
          ({ outcome, type, reason, count }) =>
            `| ${outcome} | ${markdownText(type)} | ${markdownText(reason)} | ${formatCount(count)} |`
        )
      ]

const wishOf = ({ filters, group }: SyncReport): string =>
  [filters, group === undefined ? '' : `group=${group}`].filter((part) => part !== '').join('&')

/** What a run did, as Markdown for a pull request. */
export const syncSummary = (report: SyncReport): string => {
  const { server, isInStep, rules, notes } = report
  const wish = wishOf(report)
  return [
    `## Sigma rules: ${totalsText(report)}`,
    '',
    `From ${markdownText(server)}${wish === '' ? '' : ` (${markdownText(wish)})`}, ${formatCount(rules)} rules in all.`,
    ...(isInStep ? [] : ['', '**Not everything came from the server, so nothing was removed.**']),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${markdownText(note)}`)]),
    ...countsTable(report),
    ...SYNC_OUTCOMES.flatMap((outcome) => sectionOf(report, outcome)),
    ''
  ].join('\n')
}
