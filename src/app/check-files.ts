import { Problem } from '../problem/problem.ts'
import type { Finding, Severity } from '../sigma/check/finding.ts'
import { createRuleCheck, type FileCheck } from '../sigma/check/rule-check.ts'
import type { IngestInput } from './ingest-options.ts'

/** What a check of files came to. */
export interface CheckReport {
  files: number
  documents: number
  readonly findings: Record<Severity, number>
  /** Inputs that could not be read, or not to their end. */
  readonly unreadable: { readonly file: string; readonly problem: Problem }[]
}

/** A report before the first file. */
export const emptyCheckReport = (): CheckReport => ({
  files: 0,
  documents: 0,
  findings: { error: 0, high: 0, medium: 0, low: 0 },
  unreadable: []
})

const RULE_FILE = /\.ya?ml$/i

/** Of what was found in folders only rule files are meant, and what cannot be read, which has no time. */
const isMeant = ({ name, modified }: IngestInput, given: ReadonlySet<string>): boolean =>
  given.has(name) || modified === undefined || RULE_FILE.test(name)

/**
 * Checks Sigma rules, file by file and document by document, so that memory does not grow with the files. Yields what is
 * found as it is found, and counts in `report`. `given` are the paths that were asked for; in folders only `.yml` and
 * `.yaml` are looked at.
 */
export async function* checkFiles(
  inputs: AsyncIterable<IngestInput>,
  given: readonly string[],
  report: CheckReport
): AsyncGenerator<readonly Finding[]> {
  const check = createRuleCheck()
  const paths = new Set(given)
  for await (const input of inputs) {
    if (isMeant(input, paths)) yield* checkInput(input, check.file(input.name), report)
  }
  yield count([...check.end()], report)
}

async function* checkInput(
  input: IngestInput,
  file: FileCheck,
  report: CheckReport
): AsyncGenerator<readonly Finding[]> {
  const before = report.documents
  report.files += 1
  const settle = (findings: readonly Finding[]): readonly Finding[] => {
    report.documents = before + file.documents()
    return count(findings, report)
  }
  try {
    for await (const chunk of input.open()) yield settle([...file.push(chunk)])
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    report.unreadable.push({ file: input.name, problem })
  }
  yield settle([...file.end()])
}

const count = (findings: readonly Finding[], report: CheckReport): readonly Finding[] => {
  for (const { severity } of findings) report.findings[severity] += 1
  return findings
}
