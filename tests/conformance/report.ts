import type { Proof } from './bench.ts'

const MOST_SHOWN = 10

const verdict = ({ differences }: Proof): string =>
  differences.length === 0 ? 'as declared' : `${differences.length} NOT AS DECLARED`

const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length))

/** Prints what differs, then the table. Returns whether everything is as declared. */
export const printReport = (proofs: readonly Proof[]): boolean => {
  for (const { subject, differences } of proofs) {
    if (differences.length > 0) console.log(`\n${subject}:`)
    for (const difference of differences.slice(0, MOST_SHOWN)) console.log(`  ${difference}`)
    if (differences.length > MOST_SHOWN) console.log(`  … and ${differences.length - MOST_SHOWN} more`)
  }
  const rows = proofs.map((proof) => [proof.subject, proof.of, verdict(proof)])
  const widths = [0, 1, 2].map((column) => widest(rows.map((row) => row[column] ?? '')))
  console.log('')
  for (const row of rows) console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  const failed = proofs.filter(({ differences }) => differences.length > 0).length
  console.log(`\n${proofs.length - failed} passed, ${failed} failed`)
  return failed === 0
}
