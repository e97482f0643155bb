import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goldenIndicator, type GoldenIndicator } from '../../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../../tests/golden/rules/seed-style.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import { writeRule } from '../../sigma/write-rule.ts'
import { chunkId } from './chunk-id.ts'
import { chunkSize } from './chunk-size.ts'
import { groupRule } from './group-rule.ts'
import { groupOf, type RuleGroup } from './rule-group.ts'

const FOLDER = resolve(import.meta.dirname, '../../../tests/golden/groups')
const MEMBERS = '.members.json'
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(MEMBERS))
  .map((file) => file.slice(0, -MEMBERS.length))

const read = (name: string): readonly Indicator[] =>
  (JSON.parse(readFileSync(join(FOLDER, name + MEMBERS), 'utf8')) as GoldenIndicator[]).map(goldenIndicator)

const groupsOf = (members: readonly Indicator[]): readonly RuleGroup[] => [
  ...new Map(members.map(groupOf).map((group) => [group.key, group])).values()
]

const ruleOf = (name: string): string => {
  const members = read(name)
  const [group] = groupsOf(members)
  if (group === undefined) throw new Error(`${name} has no members`)
  const [size, prefix] = [chunkSize('auto', group.kind), name === 'ipv4' ? '3f' : '']
  const id = chunkId({ size, filter: '', group: group.key, prefix })
  return writeRule(groupRule(group, members, { size, prefix, id }, SEED_STYLE))
}

describe('golden grouped rules', () => {
  it('are each of one group', () => {
    for (const name of names) expect(groupsOf(read(name))).toHaveLength(1)
  })

  it('show every recipe, malicious and a matter of policy', () => {
    const subjects = new Set(names.flatMap((name) => groupsOf(read(name)).map(({ recipe }) => recipe.many.subject)))
    expect(subjects.size).toBe(16)
  })

  it.each(names)('%s is written as it stands in its file', async (name) => {
    await expect(ruleOf(name)).toMatchFileSnapshot(join(FOLDER, `${name}.yml`))
  })
})
