import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Converted, Referee, Route } from '../referees/referee.ts'

/** A rule as YAML. */
export interface WrittenRule {
  readonly text: string
}

let sets = 0

const ask = async (referee: Referee, rules: readonly WrittenRule[], route: Route): Promise<readonly Converted[]> => {
  sets += 1
  const set = `executed-${sets}`
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-execution-'))
  try {
    const file = join(folder, 'rules.yml')
    writeFileSync(file, rules.map(({ text }) => text).join('---\n'))
    const { rules: read, errors } = await referee.load(set, file)
    if (read === rules.length) return await referee.convert(set, route)
    // One document that cannot be read spoils its file, as it does for those who convert an export.
    const failure = errors[0]?.error ?? `${read} of ${rules.length} rules were read`
    return rules.map(() => ({ failure }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Lets the real tools read rules and write each in the language of a target. */
export const convertRules = async <Rule extends WrittenRule>(
  referee: Referee,
  rules: readonly Rule[],
  route: Route
): Promise<readonly (Rule & { readonly converted: Converted })[]> => {
  if (rules.length === 0) return []
  const results = await ask(referee, rules, route)
  return rules.flatMap((rule, index) => {
    const converted = results[index]
    return converted === undefined ? [] : [{ ...rule, converted }]
  })
}
