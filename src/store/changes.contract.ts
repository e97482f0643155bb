import { describe, expect, test } from 'vitest'
import { CONFIDENCES } from '../indicator/confidence.ts'
import { KINDS, type Kind } from '../indicator/kind.ts'
import type { Instant } from '../indicator/time.ts'
import type { Change, IndicatorStore } from './indicator-store.ts'
import { add, draft, ENERGY, remove, sourcesOf, stored } from './samples.contract.ts'
import { openAt, type MakePlace } from './store-under-test.contract.ts'

const changes = async (
  store: IndicatorStore,
  kinds: readonly Kind[] | undefined,
  after: Instant = 0,
  limit = 1_000
): Promise<readonly Change[]> => {
  const view = await store.view()
  const page = await view.changes(kinds, after, limit)
  await view.close()
  return page
}

const valuesOf = (page: readonly Change[]): readonly string[] => page.map(({ indicator }) => indicator.value)

/** Indicators of all kinds and confidences in turn; every third one was removed again. */
const filled = async (store: IndicatorStore): Promise<void> => {
  const drafts = Array.from({ length: 60 }, (_, index) =>
    draft(KINDS[index % KINDS.length] ?? 'ipv4', `value-${index}`, {
      confidence: CONFIDENCES[Math.floor(index / KINDS.length) % CONFIDENCES.length] ?? 'low'
    })
  )
  await add(store, drafts)
  for (const { kind, value } of drafts.filter((_, index) => index % 3 === 0)) {
    await remove(store, kind, value, 'a mistake')
  }
}

export const describeChanges = (makePlace: MakePlace): void => {
  describe('changes', () => {
    test('are the last ones of indicators, removed ones included, the oldest first', async () => {
      const store = await openAt(makePlace())
      const [first, second] = await add(store, [
        draft('domain', 'a.example', { context: ENERGY }),
        draft('ipv4', '192.0.2.1')
      ])
      const at = await remove(store, 'domain', 'a.example', 'a mistake')
      expect(await changes(store, undefined)).toEqual([
        { indicator: second, reason: 'new', isRemoved: false },
        { indicator: { ...first, changed: at }, reason: 'removed', isRemoved: true }
      ])
    })

    test('say why an indicator changed last', async () => {
      const store = await openAt(makePlace())
      const host = draft('domain', 'a.example')
      await add(store, [host])
      const reasons: unknown[] = []
      for (const reason of ['changed', 'guarded', 'returned', undefined] as const) {
        const { row, indicator } = await stored(store, 'domain', 'a.example')
        await store.write(async (transaction) => {
          const changed = await transaction.stamp(1)
          const write = { row, indicator: { ...indicator, changed }, reason, sources: sourcesOf(host), dropped: [] }
          await transaction.save([write])
        })
        reasons.push(...(await changes(store, undefined)).map((change) => change.reason))
      }
      expect(reasons).toEqual(['changed', 'guarded', 'returned', 'returned'])
    })

    test('of some kinds are those among the changes of all', async () => {
      const store = await openAt(makePlace())
      await filled(store)
      const all = await changes(store, undefined)
      expect(all.map(({ indicator }) => indicator.changed)).toEqual(
        all.map(({ indicator }) => indicator.changed).sort((a, b) => a - b)
      )
      expect(all).toHaveLength(60)
      for (const kinds of [['cve'], ['email', 'ipv4', 'email'], KINDS, []] satisfies (readonly Kind[])[]) {
        const expected = all.filter(({ indicator }) => kinds.some((kind) => kind === indicator.kind))
        expect(await changes(store, kinds)).toEqual(expected)
      }
    })

    test('come in pages, each strictly behind a position', async () => {
      const store = await openAt(makePlace())
      await filled(store)
      for (const kinds of [undefined, ['cve', 'domain']] satisfies (readonly Kind[] | undefined)[]) {
        const paged: Change[] = []
        for (;;) {
          const page = await changes(store, kinds, paged.at(-1)?.indicator.changed, 5)
          paged.push(...page)
          if (page.length < 5) break
        }
        expect(valuesOf(paged)).toEqual(valuesOf(await changes(store, kinds)))
      }
      const { position } = await store.state()
      expect(await changes(store, undefined, position)).toEqual([])
    })
  })

  describe('an indicator', () => {
    test('is found by the id of its rule, also when it was removed', async () => {
      const store = await openAt(makePlace())
      const [saved] = await add(store, [draft('domain', 'a.example', { feeds: ['A', 'B'] })])
      const id = saved?.id ?? ''
      const findById = async (wanted: string) => {
        const view = await store.view()
        const found = await view.findById(wanted)
        await view.close()
        return found
      }
      expect(await findById(id)).toEqual(await stored(store, 'domain', 'a.example'))
      await remove(store, 'domain', 'a.example', 'a mistake')
      expect(await findById(id)).toMatchObject({ reason: 'removed', sources: [], removed: { why: 'a mistake' } })
    })

    test('is not found by an id that only begins like its own', async () => {
      const store = await openAt(makePlace())
      const id = '01234567-89ab-5cde-8f01-23456789abcd'
      const twin = '01234567-ffff-5cde-8f01-23456789abcd'
      await add(store, [draft('domain', 'a.example', { id }), draft('domain', 'b.example', { id: twin })])
      const view = await store.view()
      expect((await view.findById(id))?.indicator.value).toBe('a.example')
      expect((await view.findById(twin))?.indicator.value).toBe('b.example')
      for (const wanted of ['01234567-0000-5cde-8f01-23456789abcd', '01234567', '']) {
        expect(await view.findById(wanted)).toBeUndefined()
      }
      await view.close()
    })
  })
}
