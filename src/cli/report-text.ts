import { isFailed, type FileReport, type IngestCounts, type IngestReport } from '../app/ingest-report.ts'
import { REJECT_REASONS } from '../indicator/rejection.ts'
import { formatCount } from './text-table.ts'

const countsText = (counts: IngestCounts): string => {
  const { read, accepted, rejected } = counts
  const fate = `${formatCount(counts.new)} new, ${formatCount(counts.changed)} changed, ${formatCount(counts.unchanged)} unchanged`
  return `${formatCount(read)} read, ${formatCount(accepted)} accepted (${fate}), ${formatCount(rejected)} rejected`
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

/** The report of a run for people: each input, its rejects by reason, and the sum. */
export const reportText = (report: IngestReport): readonly string[] => [
  ...report.files.flatMap(fileLines),
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

/** The report of a run for programs. */
export const reportJson = (report: IngestReport): unknown => ({
  files: report.files.map(({ problem, ...file }) => ({
    ...file,
    format: file.format ?? null,
    feed: file.feed ?? null,
    problem: problem === undefined ? null : { code: problem.code, message: problem.message }
  })),
  totals: report.totals
})
