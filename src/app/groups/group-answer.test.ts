import { expect, test } from 'vitest'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { storeWithClock } from '../../../tests/support/stores.ts'
import type { IndicatorStore, ReadView } from '../../store/indicator-store.ts'
import { parseFilters } from '../filters.ts'
import { answerGroups } from './group-answer.ts'
import { WHOLE_SIGHT } from './group-selection.ts'
import { keepStretches, type KnownStretches } from './known-stretches.ts'

const DOMAINS = Array.from({ length: 200 }, (_, index) => `d${index}.example`)

/** A view that counts the indicators that it gives by id. */
const counted = (view: ReadView, onRead: (count: number) => void): ReadView =>
  new Proxy(view, {
    get(target, name) {
      if (name === 'inIdOrder') {
        return async (...given: Parameters<ReadView['inIdOrder']>) => {
          const page = await target.inIdOrder(...given)
          onRead(page.length)
          return page
        }
      }
      return Reflect.get(target, name, target) as unknown
    }
  })

/** Walks through groups of at most 4 in pages of one. */
const walk = async (
  store: IndicatorStore,
  known: KnownStretches
): Promise<{ readonly ids: readonly string[]; readonly pages: number; readonly read: number }> => {
  const ids: string[] = []
  let [pages, read] = [0, 0]
  let cursor: string | undefined
  do {
    const view = await store.view()
    const question = { ...WHOLE_SIGHT, filters: parseFilters({ type: 'domain' }), size: 4, limit: 1, digest: 'a' }
    const answer = await answerGroups(
      counted(view, (count) => {
        read += count
      }),
      { ...question, cursor },
      known
    )
    for await (const { members } of answer.filled) ids.push(...members.map(({ id }) => id))
    await view.close()
    cursor = answer.nextCursor
    pages += 1
  } while (cursor !== undefined)
  return { ids, pages, read }
}

const filled = async (): Promise<IndicatorStore> => {
  const { store } = await storeWithClock()
  await importInputs(store, { now: () => 0 }, [textInput('Feed', DOMAINS.join('\n'))], { feed: 'Feed' })
  return store
}

test('small pages of a store that stays as it is cost one walk in all, and what they hold', async () => {
  const store = await filled()
  const { ids, pages, read } = await walk(store, keepStretches())
  expect(pages).toBeGreaterThan(DOMAINS.length / 4)
  expect(new Set(ids).size).toBe(DOMAINS.length)
  expect([ids.length, read]).toEqual([DOMAINS.length, 2 * DOMAINS.length])
})

test('what is too much to keep is found anew, and the pages are the same', async () => {
  const store = await filled()
  const whole = await walk(store, keepStretches())
  const { ids, read } = await walk(store, keepStretches(10))
  expect(ids).toEqual(whole.ids)
  expect(read).toBeGreaterThan(10 * whole.read)
})

test('what was found before a change is no longer believed', async () => {
  const store = await filled()
  const known = keepStretches()
  const before = await walk(store, known)
  await importInputs(store, { now: () => 0 }, [textInput('Feed', 'later.example')], { feed: 'Other' })
  const after = await walk(store, known)
  expect(after.ids).toHaveLength(before.ids.length + 1)
  expect((await walk(store, keepStretches())).ids).toEqual(after.ids)
})
