import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOCUMENT_SEPARATOR } from '../../src/sigma/write-rule.ts'
import type { Complaint, Referee } from './referees/referee.ts'

/** A rule as YAML, and what to call it in a report. */
export interface WrittenRule {
  readonly text: string
  readonly name?: string
}

/** Has a referee read rules from a file, as an export would hold them. Returns what it could not read. */
export const loadRules = async (
  referee: Referee,
  set: string,
  rules: readonly WrittenRule[]
): Promise<readonly string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-rules-'))
  try {
    const file = join(folder, 'rules.yml')
    writeFileSync(file, rules.map(({ text }) => text).join(DOCUMENT_SEPARATOR))
    const { rules: read, errors } = await referee.load(set, file)
    const lost = read === rules.length ? [] : [`${rules.length} rules were written, ${read} were read`]
    return [...lost, ...complaintsOf(rules, errors)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Complaints as sentences that name the rule. */
export const complaintsOf = (rules: readonly WrittenRule[], complaints: readonly Complaint[]): readonly string[] =>
  complaints.map(({ rule, error }) => `${rules[rule]?.name ?? `document ${rule + 1}`}: ${error}`)
