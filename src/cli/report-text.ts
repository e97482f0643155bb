import {
  isFailed,
  type FeedReport,
  type FileReport,
  type IngestCounts,
  type IngestReport
} from '../app/ingest-report.ts'
import { REJECT_REASONS } from '../indicator/rejection.ts'
import { formatCount } from './text-table.ts'

const countsText = (counts: IngestCounts): string => {
  const { read, accepted, rejected } = counts
  const expired = counts.expired === 0 ? '' : `, ${formatCount(counts.expired)} expired`
  const fate = `${formatCount(counts.new)} new, ${formatCount(counts.changed)} changed, ${formatCount(counts.unchanged)} unchanged${expired}`
  const takenBack = counts.takenBack === 0 ? '' : ` (${formatCount(counts.takenBack)} taken back)`
  return `${formatCount(read)} read, ${formatCount(accepted)} accepted (${fate}), ${formatCount(rejected)} rejected${takenBack}`
}

/** The reasons for rejects, most frequent first, with their sentences. */
const reasonLines = ({ reasons }: FileReport): readonly string[] => {
  const counts = new Map(Object.entries(reasons))
  return Object.entries(REJECT_REASONS)
    .map(([reason, sentence]) => ({ reason, sentence, count: counts.get(reason) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ reason, sentence, count }) => `  ${formatCount(count)} ${reason}: ${sentence}`)
}

const fileLines = (file: FileReport): readonly string[] => {
  const origin = file.format === undefined ? '' : ` (${file.format}, feed ${file.feed ?? ''})`
  const counts = file.read > 0 || file.problem === undefined ? [`${file.file}${origin}: ${countsText(file)}`] : []
  const problem = file.problem === undefined ? [] : [`${file.file}: ${file.problem.message}`]
  return [...counts, ...reasonLines(file), ...problem]
}

const KEPT = {
  unread: 'it could not be read whole',
  empty: 'it holds nothing',
  shrunk: 'it lost more than feeds.max_loss_percent allows'
} as const

const feedLines = ({ feed, isList, admission, withdrawn }: FeedReport): readonly string[] => {
  if (!isList) return []
  if (admission.kind === 'keep') return [`Nothing of ${feed} was withdrawn: ${KEPT[admission.because]}.`]
  const what = withdrawn === 1 ? `1 indicator of ${feed} was` : `${formatCount(withdrawn)} indicators of ${feed} were`
  return [`${what} withdrawn, no longer being listed.`]
}

/** The report of a run for people: each input, its rejects by reason, what was withdrawn, and the sum. */
export const reportText = (report: IngestReport): readonly string[] => [
  ...report.files.flatMap(fileLines),
  ...report.feeds.flatMap(feedLines),
  ...(report.files.length > 1 ? [`${formatCount(report.files.length)} inputs: ${countsText(report.totals)}`] : [])
]

/** A line that names the inputs that failed; empty when none did. */
export const failureText = ({ files }: IngestReport): readonly string[] => {
  const failed = files.filter(isFailed)
  if (failed.length === 0) return []
  const names = failed.slice(0, 3).map(({ file }) => file)
  const more = failed.length > names.length ? ` and ${formatCount(failed.length - names.length)} more` : ''
  return [
    `sigmill: ${formatCount(failed.length)} of ${formatCount(files.length)} inputs could not be read whole or held nothing to accept: ${names.join(', ')}${more}.`
  ]
}

const countsJson = ({ takenBack, ...counts }: IngestCounts): object => ({ ...counts, taken_back: takenBack })

/** The report of a run for programs. */
export const reportJson = (report: IngestReport): unknown => ({
  files: report.files.map(({ file, format, feed, reasons, problem, ...counts }) => ({
    file,
    ...countsJson(counts),
    format: format ?? null,
    feed: feed ?? null,
    reasons,
    problem: problem === undefined ? null : { code: problem.code, message: problem.message }
  })),
  totals: countsJson(report.totals),
  withdrawn: report.feeds.reduce((sum, { withdrawn }) => sum + withdrawn, 0)
})
