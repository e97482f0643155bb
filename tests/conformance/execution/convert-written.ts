import type { Converted, Referee, Route } from '../referees/referee.ts'
import { loadRules, type WrittenRule } from '../rule-file.ts'

let sets = 0

const ask = async (referee: Referee, rules: readonly WrittenRule[], route: Route): Promise<readonly Converted[]> => {
  sets += 1
  const set = `executed-${sets}`
  const [failure] = await loadRules(referee, set, rules)
  if (failure === undefined) return referee.convert(set, route)
  // One document that cannot be read spoils its file, as it does for those who convert an export.
  return rules.map(() => ({ failure }))
}

/** Lets the real tools read written rules, and returns each with what a target makes of it. */
export const convertWritten = async <Rule extends WrittenRule>(
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
