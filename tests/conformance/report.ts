import type { Finding } from './bench.ts'

const MOST_SHOWN = 10

const verdict = ({ differences }: Finding): string =>
  differences.length === 0 ? 'as declared' : `${differences.length} NOT AS DECLARED`

const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length))

/** Prints what differs, then the table. Returns whether everything is as declared. */
export const printReport = (findings: readonly Finding[]): boolean => {
  for (const { subject, differences } of findings) {
    if (differences.length > 0) console.log(`\n${subject}:`)
    for (const difference of differences.slice(0, MOST_SHOWN)) console.log(`  ${difference}`)
    if (differences.length > MOST_SHOWN) console.log(`  … and ${differences.length - MOST_SHOWN} more`)
  }
  const rows = findings.map((finding) => [finding.subject, finding.of, verdict(finding)])
  const widths = [0, 1, 2].map((column) => widest(rows.map((row) => row[column] ?? '')))
  console.log('')
  for (const row of rows) console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  const failed = findings.filter(({ differences }) => differences.length > 0).length
  console.log(`\n${findings.length - failed} passed, ${failed} failed`)
  return failed === 0
}
