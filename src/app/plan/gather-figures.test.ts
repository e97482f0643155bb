import { expect, test } from 'vitest'
import { goldenIndicator } from '../../../tests/golden/rules/golden-indicator.ts'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { storeWithClock } from '../../../tests/support/stores.ts'
import { bundleTarget } from '../../bundle/bundle-targets.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import { type KindFigures, PLAN_SIZES, ruleCount } from '../../plan/figures.ts'
import { patternSize, sumOfSizes } from '../../plan/pattern-size.ts'
import { querySize } from '../../plan/query-length.ts'
import type { TargetProfile } from '../../plan/target-profile.ts'
import { TARGET_PROFILES } from '../../plan/target-profiles.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { parseFilters } from '../filters.ts'
import { filledChunks } from '../groups/fill-chunks.ts'
import { groupSelection, WHOLE_SIGHT } from '../groups/group-selection.ts'
import { inView } from '../in-view.ts'
import { groupOf } from '../../detect/group/rule-group.ts'
import { gatherFigures } from './gather-figures.ts'

/** Many short URLs and a few long ones of every confidence, names, and addresses of two spellings. */
const SKEWED = [
  ...Array.from({ length: 700 }, (_, n) => `http://s${n}.example/`),
  ...Array.from({ length: 9 }, (_, n) => `http://l${n}.example/${'a'.repeat(1900)}${n}`),
  ...Array.from({ length: 300 }, (_, n) => `d${n}.example`),
  ...Array.from({ length: 40 }, (_, n) => `${'long-label-'.repeat(4)}${n}.sub.sub.sub.example`),
  ...Array.from({ length: 30 }, (_, n) => `2001:db8::${n + 1}`),
  ...Array.from({ length: 30 }, (_, n) => `2001:db8:1:2:3:4:5:${n + 1}`),
  'CVE-2021-44228'
]

const profileOf = (name: string): TargetProfile => {
  const profile = TARGET_PROFILES.find((known) => known.name === name)
  if (profile === undefined) throw new Error(`no profile ${name}`)
  return profile
}

const withSkewed = async (read: (view: ReadView) => Promise<void>): Promise<void> => {
  const { store, clock } = await storeWithClock()
  const rows = SKEWED.map((value, n) => `${value},${n % 3 === 0 ? 'low' : 'high'}`)
  await importInputs(store, clock, [textInput('feed.csv', ['indicator,confidence', ...rows, ''].join('\n'))])
  await inView(store, read)
}

const gathered = async (view: ReadView, name: string): Promise<readonly KindFigures[]> => {
  const target = bundleTarget(name)
  if (target === undefined) throw new Error(`no target ${name}`)
  return gatherFigures(view, groupSelection(parseFilters({}), 'auto', WHOLE_SIGHT), profileOf(name), target)
}

const patternsOf = (indicator: Indicator) => patternSize(groupOf(indicator).recipe.select(indicator.value))

test('the longest query is that of the longest chunk, however unequal its members are', async () => {
  await withSkewed(async (view) => {
    const { lengths } = profileOf('sentinel').rules
    const figures = await gathered(view, 'sentinel')
    for (const size of PLAN_SIZES) {
      const longest = new Map<string, number>()
      const chunks = new Map<string, number>()
      for await (const { chunk, members } of filledChunks(view, groupSelection(parseFilters({}), size, WHOLE_SIGHT))) {
        const { kind } = chunk.group
        const { characters } = querySize(lengths[kind], sumOfSizes(members.map(patternsOf)))
        longest.set(kind, Math.max(longest.get(kind) ?? 0, characters))
        chunks.set(kind, (chunks.get(kind) ?? 0) + 1)
      }
      for (const figure of figures.filter((of) => ruleCount(of) > 0)) {
        const { kind } = figure
        expect([size, kind, figure.chunks[size].chunks]).toEqual([size, kind, chunks.get(kind)])
        expect([size, kind, figure.chunks[size].query.characters]).toEqual([size, kind, longest.get(kind)])
      }
    }
  })
})

test('the longest single rule is that of the longest value', async () => {
  await withSkewed(async (view) => {
    const url = (await gathered(view, 'sentinel')).find(({ kind }) => kind === 'url')
    const long = goldenIndicator({ kind: 'url', value: `l0.example/${'a'.repeat(1900)}0` })
    const { characters } = querySize(profileOf('sentinel').rules.lengths.url, patternsOf(long))
    expect(url?.query.characters).toBe(characters)
  })
})

test('rows are counted one by one, and none of what the bundle leaves out', async () => {
  await withSkewed(async (view) => {
    const rowsOf = (figures: readonly KindFigures[]) =>
      Object.fromEntries(figures.map(({ kind, rows }) => [kind, [...rows.values()].reduce((sum, of) => sum + of, 0)]))
    const splunk = await gathered(view, 'splunk')
    expect(rowsOf(splunk)).toMatchObject({ url: 709, domain: 340, ipv6: 30 * 2 + 30, cve: 0 })
    const sets = (await gathered(view, 'qradar')).find(({ kind }) => kind === 'domain')?.rows
    expect([...(sets?.values() ?? [])].reduce((sum, of) => sum + of, 0)).toBe(680)
    expect(sets?.size).toBe(2)
  })
})
