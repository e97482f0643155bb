import { type Severity, SEVERITIES } from './finding.ts'

/** What is said of one document at most, besides how much more there is. Nobody reads as many. */
const MOST_FINDINGS = 1_000

interface Said {
  readonly check: string
  readonly severity: Severity
  readonly field: string
  readonly reason: string
}

/** What was found in one document, cut behind its thousandth finding: one more counts those that were left out. */
export function* capFindings<T extends Said>(found: Iterable<T>): Generator<T> {
  let count = 0
  let first: T | undefined
  let gravest: Severity = 'low'
  for (const each of found) {
    count += 1
    if (count <= MOST_FINDINGS) {
      yield each
    } else {
      first ??= each
      if (SEVERITIES.indexOf(each.severity) < SEVERITIES.indexOf(gravest)) gravest = each.severity
    }
  }
  if (first === undefined) return
  const reason = `from there on there are ${count - MOST_FINDINGS} more findings in the document; mend the others first`
  yield { ...first, check: 'too-many-findings', severity: gravest, field: '', reason }
}
