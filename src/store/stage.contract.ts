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
      noRule: fc.constantFrom(undefined, 'too_broad' as const),
      feed: fc.constantFrom('A', 'B'),
      confidence: fc.constantFrom(...CONFIDENCES),
      firstSeen: fc.option(fc.nat(), { nil: undefined }),
      tags: fc.subarray(['x', 'y'])
    })
    .map(({ kind, value, file, noRule, tags, ...source }) =>
      sighting(kind, value, { file, noRule, source: { ...source, lastSeen: A_DAY, context: makeContext({ tags }) } })
    ),
  { maxLength: 60 }
)

/** Groups in natural order, each in the order in which its sightings came. */
const grouped = (all: readonly Sighting[]): readonly (readonly Sighting[])[] => {
  const groups = new Map<string, Sighting[]>()
  for (const one of all) {
    const key = `${KINDS.indexOf(one.kind)} ${one.value}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].sort(([a], [b]) => compareCodePoints(a, b)).map(([, group]) => group)
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

    test('writes nothing into the store', async () => {
      const store = await openAt(makePlace())
      const stage = await store.stage()
      await stage.add([sighting('domain', 'a.example')])
      await stage.close()
      const view = await store.view()
      expect(await view.find({ kind: 'domain', value: 'a.example' })).toBeUndefined()
      expect(view.state).toEqual({ position: 0, revision: 0, keyVersion: 0 })
      await view.close()
    })
  })
}
