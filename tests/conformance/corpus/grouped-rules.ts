import { digitsOf } from '../../../src/indicator/id-digits.ts'
import { SEED_STYLE } from '../../golden/rules/seed-style.ts'
import { openSource } from '../open-source.ts'
import type { CorpusRule } from './corpus-rule.ts'
import type { MadeRule } from './make-rules.ts'

const SIZE = 1_000

/** The rules of the groups that made rules belong to, as a source folder writes them; one for each group. */
export const groupedRules = async (source: string, made: readonly MadeRule[]): Promise<readonly CorpusRule[]> => {
  const { groupOf, groupRule, writeRule } = await openSource(source)
  const byGroup = new Map<string, MadeRule[]>()
  for (const rule of made) {
    const { key } = groupOf(rule.indicator)
    const others = byGroup.get(key)
    if (others === undefined) byGroup.set(key, [rule])
    else others.push(rule)
  }
  return [...byGroup.values()].flatMap((rules) => {
    const [first] = rules
    if (first === undefined) return []
    const { indicator, recipe } = first
    const group = groupOf(indicator)
    const chunk = { size: SIZE, prefix: digitsOf(indicator.id).slice(0, 1), id: indicator.id }
    const members = rules.map((rule) => rule.indicator)
    return [{ name: `group ${group.key}`, recipe, text: writeRule(groupRule(group, members, chunk, SEED_STYLE)) }]
  })
}
