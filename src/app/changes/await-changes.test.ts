import { expect, test } from 'vitest'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { storeWithClock } from '../../../tests/support/stores.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { parseFilters } from '../filters.ts'
import { requireTier } from '../tier.ts'
import { awaitChanges } from './await-changes.ts'
import { createChangeFeed, type Changes } from './changes.ts'

/** Lets a store count its views that are open. */
const countViews = (store: IndicatorStore): (() => number) => {
  const view = store.view.bind(store)
  let open = 0
  Object.assign(store, {
    async view() {
      const opened = await view()
      const close = opened.close.bind(opened)
      open++
      return Object.assign(opened, {
        close: async () => {
          open--
          await close()
        }
      })
    }
  } satisfies Partial<IndicatorStore>)
  return () => open
}

const settings = await defaultSettings()
const tier = requireTier(settings, 'pro')

/** Waits for addresses over a new store; each look is followed by one of these steps, and then by nothing. */
const waitThrough = async (
  steps: readonly ((store: IndicatorStore, controller: AbortController) => Promise<unknown>)[]
): Promise<{ readonly answer: Changes; readonly pauses: number; readonly openViews: readonly number[] }> => {
  const { store, clock } = await storeWithClock()
  const open = countViews(store)
  const controller = new AbortController()
  const openViews: number[] = []
  const changes = createChangeFeed({ store, settings, crypto: nodeCrypto, version: '0.0.0' })
  const pause = async (): Promise<void> => {
    await steps[openViews.length]?.(store, controller)
    openViews.push(open())
  }
  const request = { filters: parseFilters({ type: 'ipv4' }), limit: 10, tier, restriction: undefined }
  const waiting = { looks: 5, signal: controller.signal }
  clock.set(clock.now() + 1)
  const read = async (cursor: string | undefined): Promise<Changes> => changes.read({ ...request, cursor })
  const answer = await awaitChanges(read, undefined, waiting, { store, pause })
  return { answer, pauses: openViews.length, openViews }
}

const take =
  (value: string) =>
  async (store: IndicatorStore): Promise<unknown> =>
    importInputs(store, { now: () => 0 }, [textInput('Feed', value)], { feed: 'Feed' })

test('waiting holds no view of the store', async () => {
  const { openViews } = await waitThrough([])
  expect(openViews).toEqual([0, 0, 0, 0, 0])
})

test('a line that matches ends the waiting', async () => {
  const { answer, pauses } = await waitThrough([() => Promise.resolve(), take('198.51.100.1')])
  expect([answer.lines.map(({ indicator }) => indicator.value), pauses]).toEqual([['198.51.100.1'], 2])
})

test('a change that matches nothing does not end the waiting, and moves the cursor on', async () => {
  const [quiet, other] = [await waitThrough([]), await waitThrough([take('evil.example')])]
  expect([other.answer.lines, other.pauses]).toEqual([[], 5])
  expect(other.answer.nextCursor).not.toBe(quiet.answer.nextCursor)
})

test('the signal ends the waiting', async () => {
  const { answer, pauses } = await waitThrough([
    (_store, controller) => {
      controller.abort()
      return Promise.resolve()
    }
  ])
  expect([answer.lines, pauses]).toEqual([[], 1])
})
