import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCodePoints } from '../indicator/code-points.ts'
import { CONFIDENCES } from '../indicator/confidence.ts'
import { KINDS } from '../indicator/kind.ts'
import { makeContext } from '../indicator/make-context.ts'
import type { Sighting, Stage } from './indicator-store.ts'
import { A_DAY, sighting } from './samples.contract.ts'
import { openAt, type MakePlace } from './store-under-test.contract.ts'

const sightings: fc.Arbitrary<readonly Sighting[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...KINDS.slice(0, 4)),
      value: fc.string({ unit: fc.constantFrom('a', 'B', 'é', '\uFF21', '\u{1F600}'), minLength: 1, maxLength: 2 }),
      file: fc.nat(3),
      feed: fc.constantFrom('A', 'B'),
      confidence: fc.constantFrom(...CONFIDENCES),
      firstSeen: fc.option(fc.nat(), { nil: undefined }),
      validUntil: fc.option(fc.nat(), { nil: undefined }),
      takenBack: fc.boolean(),
      tags: fc.subarray(['x', 'y'])
    })
    .map(({ kind, value, file, takenBack, tags, ...source }) =>
      sighting(kind, value, {
        file,
        takenBack,
        source: { ...source, lastSeen: A_DAY, context: makeContext({ tags }) }
      })
    ),
  { maxLength: 60 }
)

const sayingOf = ({ source, ...one }: Sighting): string => {
  const { firstSeen: _first, lastSeen: _last, ...lasting } = source
  return JSON.stringify([{ ...one, times: 0 }, lasting])
}

const together = (a: Sighting, b: Sighting): Sighting => {
  const seen = [a.source.firstSeen, b.source.firstSeen].filter((first) => first !== undefined)
  const firstSeen = seen.length === 0 ? undefined : Math.min(...seen)
  const lastSeen = Math.max(a.source.lastSeen, b.source.lastSeen)
  return { ...a, times: a.times + b.times, source: { ...a.source, firstSeen, lastSeen } }
}

/** Groups in natural order, each in the order in which its sightings came, what is said alike folded. */
const grouped = (all: readonly Sighting[]): readonly (readonly Sighting[])[] => {
  const groups = new Map<string, Map<string, Sighting>>()
  for (const one of all) {
    const key = `${KINDS.indexOf(one.kind)} ${one.value}`
    const group = groups.get(key) ?? new Map<string, Sighting>()
    const saying = sayingOf(one)
    const known = group.get(saying)
    groups.set(key, group.set(saying, known === undefined ? one : together(known, one)))
  }
  return [...groups].sort(([a], [b]) => compareCodePoints(a, b)).map(([, group]) => [...group.values()])
}

const pagesOf = async (stage: Stage, size: number): Promise<readonly (readonly (readonly Sighting[])[])[]> => {
  const pages: (readonly (readonly Sighting[])[])[] = []
  for await (const page of stage.pages(size)) pages.push(page)
  return pages
}

export const describeStage = (makePlace: MakePlace): void => {
  describe('a stage', () => {
    test('groups what was added in any order, and never splits a group', async () => {
      const store = await openAt(makePlace())
      await fc.assert(
        fc.asyncProperty(
          sightings,
          fc.integer({ min: 1, max: 7 }),
          fc.integer({ min: 1, max: 9 }),
          async (all, size, step) => {
            const stage = await store.stage()
            for (let start = 0; start < all.length; start += step) await stage.add(all.slice(start, start + step))
            const pages = await pagesOf(stage, size)
            expect(pages.flat()).toEqual(grouped(all))
            for (const page of pages.slice(0, -1)) expect(page).toHaveLength(size)
            await stage.close()
          }
        ),
        { numRuns: 50 }
      )
    })

    test('without sightings has no pages', async () => {
      const store = await openAt(makePlace())
      const stage = await store.stage()
      await stage.add([])
      expect(await pagesOf(stage, 10)).toEqual([])
      await stage.close()
    })

    test('can be read in pages while other transactions write', async () => {
      const store = await openAt(makePlace())
      const stage = await store.stage()
      const values = Array.from({ length: 5_000 }, (_, index) => `h${String(index).padStart(4, '0')}.example`)
      await stage.add(values.toReversed().map((value) => sighting('domain', value)))
      const seen: string[] = []
      for await (const page of stage.pages(700)) {
        await store.write(async (transaction) => {
          const first = await transaction.stamp(page.length)
          expect(await transaction.find(page.flatMap(([one]) => one ?? []))).toEqual(page.map(() => undefined))
          seen.push(...page.flatMap(([one]) => one?.value ?? []))
          return first
        })
      }
      expect(seen).toEqual(values)
      await stage.close()
    })

    test('is read from the start again after a reading was left', async () => {
      const store = await openAt(makePlace())
      const stage = await store.stage()
      await stage.add(['a.example', 'b.example'].map((value) => sighting('domain', value)))
      for await (const page of stage.pages(1)) {
        expect(page).toHaveLength(1)
        break
      }
      await stage.add([sighting('domain', 'c.example')])
      expect((await pagesOf(stage, 10)).flat(2).map(({ value }) => value)).toEqual([
        'a.example',
        'b.example',
        'c.example'
      ])
      await stage.close()
    })

    test('knows nothing of other stages', async () => {
      const store = await openAt(makePlace())
      const [one, other] = [await store.stage(), await store.stage()]
      await one.add([sighting('domain', 'one.example')])
      await other.add([sighting('domain', 'other.example')])
      expect((await pagesOf(one, 5)).flat(2).map(({ value }) => value)).toEqual(['one.example'])
      await one.close()
      expect((await pagesOf(other, 5)).flat(2).map(({ value }) => value)).toEqual(['other.example'])
      await other.close()
    })

    test('counts the different values that a feed gives', async () => {
      const store = await openAt(makePlace())
      const stage = await store.stage()
      const ofB = (value: string): Sighting => {
        const { source, ...rest } = sighting('domain', value)
        return { ...rest, source: { ...source, feed: 'B' } }
      }
      await stage.add([sighting('domain', 'a.example'), sighting('domain', 'a.example'), ofB('a.example')])
      await stage.add([sighting('url', 'a.example'), sighting('domain', 'b.example', { takenBack: true })])
      expect(await stage.size('Example')).toBe(2)
      expect(await stage.size('B')).toBe(1)
      expect(await stage.size('C')).toBe(0)
      await stage.close()
    })

    test('folds what a file repeats, however often', async () => {
      const store = await openAt(makePlace())
      const stage = await store.stage()
      const batch = Array.from({ length: 1_000 }, () => sighting('domain', 'a.example'))
      for (let index = 0; index < 100; index += 1) await stage.add(batch)
      expect((await pagesOf(stage, 10)).flat(2)).toEqual([{ ...sighting('domain', 'a.example'), times: 100_000 }])
      await stage.close()
    })

    test('names what a feed takes back, unless it also gives it', async () => {
      const store = await openAt(makePlace())
      const stage = await store.stage()
      const back = (value: string): Sighting => sighting('domain', value, { takenBack: true })
      await stage.add([back('a.example'), back('a.example'), back('b.example'), sighting('domain', 'b.example')])
      await stage.add([back('c.example')])
      const keys: string[] = []
      for await (const page of stage.takenBack('Example', 1)) keys.push(...page.map(({ value }) => value))
      expect(keys).toEqual(['a.example', 'c.example'])
      for await (const page of stage.takenBack('Other', 1)) throw new Error(`${page.length} of another feed`)
      await stage.close()
    })

    test('tells which rows a feed was not noted for, also while it is read', async () => {
      const store = await openAt(makePlace())
      const stage = await store.stage()
      await stage.add(['a.example', 'b.example'].map((value) => sighting('domain', value)))
      for await (const page of stage.pages(1)) await stage.note('A', [page.length, 7])
      await stage.note('B', [3])
      expect(await stage.unnoted('A', [9, 7, 3, 1])).toEqual([9, 3])
      expect(await stage.unnoted('B', [9, 7, 3, 1])).toEqual([9, 7, 1])
      expect(await stage.unnoted('C', [1])).toEqual([1])
      await stage.close()
    })

    test('writes nothing into the store', async () => {
      const store = await openAt(makePlace())
      const stage = await store.stage()
      await stage.add([sighting('domain', 'a.example')])
      await stage.close()
      const view = await store.view()
      expect(await view.find({ kind: 'domain', value: 'a.example' })).toBeUndefined()
      expect(view.state).toEqual({ position: 0, revision: 0, keyVersion: 0, guardVersion: 0 })
      await view.close()
    })
  })
}
