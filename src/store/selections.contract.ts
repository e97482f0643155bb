import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCodePoints } from '../indicator/code-points.ts'
import { CONFIDENCES } from '../indicator/confidence.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { KINDS } from '../indicator/kind.ts'
import { makeContext } from '../indicator/make-context.ts'
import { SECTORS } from '../indicator/sector.ts'
import type { Instant } from '../indicator/time.ts'
import type { ChangeRange, IndicatorFilter, IndicatorStore, NaturalKey, ReadView } from './indicator-store.ts'
import { A_DAY, add, allKeys, draft, EVERYTHING, remove, sourcesOf, stored, type Draft } from './samples.contract.ts'
import { NOON, openAt, type MakePlace } from './store-under-test.contract.ts'

const SOME_SECTORS = SECTORS.slice(5, 9)

const days = fc.integer({ min: A_DAY - 3, max: A_DAY + 3 })

const drafts: fc.Arbitrary<readonly Draft[]> = fc.uniqueArray(
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      value: fc.string({
        unit: fc.constantFrom('a', 'B', '1', '-', 'é', '\uFF21', '\u{1F600}'),
        minLength: 1,
        maxLength: 4
      }),
      confidence: fc.constantFrom(...CONFIDENCES),
      lastSeen: days,
      noRule: fc.constantFrom(undefined, undefined, 'too_broad' as const),
      industries: fc.subarray(SOME_SECTORS)
    })
    .map(({ kind, value, industries, ...parts }) =>
      draft(kind, value, { ...parts, context: makeContext({ industries }) })
    ),
  { selector: ({ kind, value }) => `${kind}:${value}`, maxLength: 40 }
)

const absentOr = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

const filters: fc.Arbitrary<IndicatorFilter> = fc.record({
  kinds: absentOr(fc.subarray([...KINDS])),
  confidences: absentOr(fc.subarray([...CONFIDENCES])),
  industries: absentOr(fc.subarray(SOME_SECTORS)),
  lastSeenFrom: absentOr(days)
})

const instants = fc.integer({ min: -1, max: 80 }).map((offset) => NOON + offset)

const ranges: fc.Arbitrary<ChangeRange> = fc.record({
  filter: filters,
  order: fc.constantFrom('oldest-first', 'newest-first'),
  after: absentOr(instants),
  orLastSeenAfter: absentOr(days),
  asOf: absentOr(instants)
})

const isSelected = ({ kinds, confidences, industries, lastSeenFrom }: IndicatorFilter, one: Indicator): boolean =>
  (kinds === undefined || kinds.includes(one.kind)) &&
  (confidences === undefined || confidences.includes(one.confidence)) &&
  (industries === undefined || industries.some((sector) => one.context.industries.includes(sector))) &&
  (lastSeenFrom === undefined || one.lastSeen >= lastSeenFrom)

const isInRange = ({ filter, after, orLastSeenAfter }: ChangeRange, one: Indicator): boolean =>
  isSelected(filter, one) &&
  (after === undefined || one.changed > after || (orLastSeenAfter !== undefined && one.lastSeen > orLastSeenAfter))

const byChange = (a: Indicator, b: Indicator): number => a.changed - b.changed

const naturally = (a: NaturalKey, b: NaturalKey): number =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compareCodePoints(a.value, b.value)

/** What a change left of an indicator; `undefined` after a removal. */
interface Step {
  readonly id: string
  readonly at: Instant
  readonly left: Indicator | undefined
}

const stepTo = (left: Indicator): Step => ({ id: left.id, at: left.changed, left })

/** Saves drafts, removes some of them, changes others and removes some of these too. Gives every step, in order. */
const fill = async (store: IndicatorStore, all: readonly Draft[]): Promise<readonly Step[]> => {
  if (all.length === 0) return []
  const saved = await add(store, all)
  const steps = saved.map(stepTo)
  const away = async ({ id, kind, value }: Indicator): Promise<void> => {
    steps.push({ id, at: await remove(store, kind, value, 'a mistake'), left: undefined })
  }
  for (const [index, one] of saved.entries()) {
    if (index % 5 === 1) await away(one)
    if (index % 5 === 3) steps.push(stepTo(await change(store, one)))
    if (index % 10 === 3) await away(one)
  }
  return steps
}

/** What lived at a position, or lives at the end. */
const liveAt = (steps: readonly Step[], asOf: Instant | undefined): readonly Indicator[] => {
  const left = new Map<string, Indicator | undefined>()
  for (const step of steps) {
    if (asOf === undefined || step.at <= asOf) left.set(step.id, step.left)
  }
  return [...left.values()].filter((one) => one !== undefined)
}

const change = async (store: IndicatorStore, saved: Indicator): Promise<Indicator> => {
  const { row } = await stored(store, saved.kind, saved.value)
  return store.write(async (transaction) => {
    const context = makeContext({ industries: ['energy'] })
    const changed = await transaction.stamp(1)
    const indicator: Indicator = { ...saved, confidence: 'high', context, lastSeen: A_DAY + 1, changed }
    await transaction.save([{ row, indicator, reason: 'changed', sources: sourcesOf(indicator), dropped: [] }])
    return indicator
  })
}

const inPages = async (
  view: ReadView,
  filter: IndicatorFilter,
  since: number | undefined,
  size: number
): Promise<readonly Indicator[]> => {
  const all: Indicator[] = []
  for (;;) {
    const page = await view.inNaturalOrder(filter, since, all.at(-1), size)
    all.push(...page)
    if (page.length < size) return all
  }
}

export const describeSelections = (makePlace: MakePlace): void => {
  describe('a selection', () => {
    test('of changes equals what a plain search finds, for every filter, bound, order and page size', async () => {
      const cases = fc.array(fc.tuple(ranges, fc.integer({ min: 1, max: 12 })), { minLength: 20, maxLength: 20 })
      await fc.assert(
        fc.asyncProperty(drafts, cases, async (all, asked) => {
          const store = await makePlace().open({ now: () => NOON, acceptClock: false, create: true })
          const steps = await fill(store, all)
          const view = await store.view()
          for (const [range, size] of asked) {
            const expected = liveAt(steps, range.asOf)
              .filter((one) => isInRange(range, one))
              .sort(byChange)
            if (range.order === 'newest-first') expected.reverse()
            const keys = await allKeys(view, range, size)
            expect(await view.indicators(keys)).toEqual(expected)
            expect(keys.map(({ changed }) => changed)).toEqual(expected.map(({ changed }) => changed))
            expect(keys.map(({ withheld }) => withheld)).toEqual(expected.map(({ noRule }) => noRule !== undefined))
            expect(await view.count(range, size)).toBe(Math.min(size, expected.length))
          }
          await view.close()
          await store.close()
        }),
        { numRuns: 25 }
      )
    })

    test('in natural order equals what a plain search finds, kinds first, then values by code point', async () => {
      const cases = fc.array(fc.tuple(filters, absentOr(instants), fc.integer({ min: 1, max: 12 })), {
        minLength: 20,
        maxLength: 20
      })
      await fc.assert(
        fc.asyncProperty(drafts, cases, async (all, asked) => {
          const store = await makePlace().open({ now: () => NOON, acceptClock: false, create: true })
          const live = liveAt(await fill(store, all), undefined)
          const view = await store.view()
          for (const [filter, since, size] of asked) {
            const expected = live
              .filter((one) => isSelected(filter, one) && (since === undefined || one.changed > since))
              .sort(naturally)
            expect(await inPages(view, filter, since, size)).toEqual(expected)
          }
          await view.close()
          await store.close()
        }),
        { numRuns: 25 }
      )
    })

    test('goes on behind a key that is not stored, or not selected', async () => {
      const store = await openAt(makePlace())
      await add(store, [draft('ipv4', '192.0.2.1'), draft('domain', 'b.example'), draft('email', 'a@b.example')])
      const view = await store.view()
      const valuesBehind = async (from: NaturalKey): Promise<readonly string[]> =>
        (await view.inNaturalOrder({ ...EVERYTHING, kinds: ['domain', 'email'] }, undefined, from, 10)).map(
          ({ value }) => value
        )
      expect(await valuesBehind({ kind: 'ipv4', value: '0' })).toEqual(['b.example', 'a@b.example'])
      expect(await valuesBehind({ kind: 'domain', value: 'a.example' })).toEqual(['b.example', 'a@b.example'])
      expect(await valuesBehind({ kind: 'domain', value: 'c.example' })).toEqual(['a@b.example'])
      await view.close()
    })
  })
}
