import { expect, test } from 'vitest'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { storeWithClock } from '../../../tests/support/stores.ts'
import type { Confidence } from '../../indicator/confidence.ts'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import type { IndicatorStore, ReadView } from '../../store/indicator-store.ts'
import { inView } from '../in-view.ts'
import { withdrawFeed } from '../withdraw-feed.ts'
import type { Restriction } from './restriction.ts'
import { sightOf } from './sight-of.ts'

const EVERYTHING = { kinds: undefined, confidences: undefined, industries: undefined, lastSeenFrom: undefined }
const RANGE = {
  filter: EVERYTHING,
  order: 'oldest-first',
  after: undefined,
  orLastSeenAfter: undefined,
  asOf: undefined
} as const

const OPEN: Restriction = { maxTlp: undefined, feeds: ['Open'] }

const VALUES = Array.from({ length: 450 }, (_, index) => `198.18.${index >> 8}.${index & 255}`)

const say = async (
  { store, clock }: Awaited<ReturnType<typeof storeWithClock>>,
  feed: string,
  rows: readonly (readonly [value: string, confidence: string])[]
): Promise<void> => {
  const text = ['indicator,confidence', ...rows.map((row) => row.join(','))].join('\n')
  await importInputs(store, clock, [textInput(feed, text)], { feed })
}

/** Everybody says every value, the hidden feed more surely; only every third one comes from the open feed. */
const filled = async (): Promise<Awaited<ReturnType<typeof storeWithClock>>> => {
  const world = await storeWithClock()
  await say(
    world,
    'Hidden',
    VALUES.map((value, index) => [value, index % 2 === 0 ? 'high' : 'medium'])
  )
  world.clock.set(world.clock.now() + 1_000_000)
  const open = VALUES.filter((_, index) => index % 3 === 0)
  await say(
    world,
    'Open',
    open.map((value, index) => [value, CONFIDENCES[index % 3] ?? 'low'])
  )
  return world
}

const seeing = async <T>(store: IndicatorStore, read: (view: ReadView) => Promise<T>): Promise<T> =>
  inView(sightOf(store, OPEN), read)

test('without a restriction a store is seen as it is', async () => {
  const { store } = await storeWithClock()
  expect(sightOf(store, undefined)).toBe(store)
})

test('indicators of a confidence come by id, each once, in whatever confidence they are stored', async () => {
  const { store } = await filled()
  const found = await seeing(store, async (view) => {
    const walk = async (confidence: Confidence, limit: number): Promise<readonly string[]> => {
      const ids: string[] = []
      for (;;) {
        const range = { kind: 'ipv4', confidence, prefix: '', industries: undefined, lastSeenFrom: undefined } as const
        const page = await view.inIdOrder(range, ids.at(-1), limit)
        for (const indicator of page) expect([indicator.confidence, indicator.feeds]).toEqual([confidence, ['Open']])
        ids.push(...page.map(({ id }) => id))
        if (page.length < limit) return ids
      }
    }
    for (const confidence of CONFIDENCES) expect(await walk(confidence, 7)).toEqual(await walk(confidence, 1_000))
    return Promise.all(CONFIDENCES.map(async (confidence) => walk(confidence, 1_000)))
  })
  expect(found.map((ids) => ids.length)).toEqual([50, 50, 50])
  for (const ids of found) expect(ids).toEqual([...ids].sort())
})

test('counts and keys are of what is seen, and keys lead to it', async () => {
  const { store } = await filled()
  await seeing(store, async (view) => {
    const high = { ...RANGE, filter: { ...EVERYTHING, confidences: ['high'] as const } }
    expect([await view.count(RANGE, 1_000), await view.count(RANGE, 20), await view.count(high, 1_000)]).toEqual([
      150, 20, 50
    ])
    const keys = await view.changeKeys(high, 1_000)
    const sourced = await view.withSources(keys)
    expect(sourced).toHaveLength(50)
    expect(sourced.every(({ sources }) => sources.every(({ feed }) => feed === 'Open'))).toBe(true)
    expect(await view.indicators(keys.map((key) => ({ ...key })))).toEqual(sourced.map(({ indicator }) => indicator))
  })
})

test('an indicator counts as added when its first allowed source began to say it', async () => {
  const { store } = await filled()
  const [whole, seen] = [
    await inView(store, async (view) => view.find({ kind: 'ipv4', value: '198.18.0.0' })),
    await seeing(store, async (view) => view.find({ kind: 'ipv4', value: '198.18.0.0' }))
  ]
  expect(seen?.indicator.added).toBe(whole?.indicator.changed)
  expect(seen?.indicator.changed).toBe(whole?.indicator.changed)
  expect([whole?.reason, seen?.reason]).toEqual(['changed', 'new'])
})

test('what is walked by value is what is seen', async () => {
  const { store } = await filled()
  await seeing(store, async (view) => {
    const low = { ...EVERYTHING, confidences: ['low'] as const }
    const page = await view.inNaturalOrder(low, undefined, undefined, 10)
    const rest = await view.inNaturalOrder(low, undefined, page.at(-1), 1_000)
    expect([page.length, rest.length]).toEqual([10, 40])
    expect(await view.inNaturalOrder(low, view.state.position, undefined, 10)).toEqual([])
  })
})

test('what leaves is told once, with the change by which it left, whatever becomes of it later', async () => {
  const world = await filled()
  const { store } = world
  const before = (await store.state()).position
  await withdrawFeed(store, 'Open')
  const left = (await store.state()).position
  await say(
    world,
    'Hidden',
    VALUES.map((value) => [value, 'low'])
  )
  await withdrawFeed(store, 'Hidden')
  await seeing(store, async (view) => {
    const changes = await view.changes(undefined, before, 1_000)
    expect(changes).toHaveLength(150)
    expect(new Set(changes.map(({ reason, isRemoved }) => `${reason} ${isRemoved}`))).toEqual(
      new Set(['left_filter true'])
    )
    expect(changes.every(({ indicator }) => indicator.changed <= left && indicator.feeds.join() === 'Open')).toBe(true)
    expect(await view.changes(undefined, before, 7)).toEqual(changes.slice(0, 7))
    expect(await view.changes(['ipv4'], left, 1_000)).toEqual([])
    expect(await view.changes(['domain'], before, 1_000)).toEqual([])
    expect(await view.versions(undefined, before, 1_000)).toHaveLength(150)
    expect(await view.find({ kind: 'ipv4', value: '198.18.0.0' })).toBeUndefined()
    expect(await view.find({ kind: 'ipv4', value: '192.0.2.1' })).toBeUndefined()
  })
})

test('what is said otherwise is no departure, and what its only source takes back is one', async () => {
  const world = await storeWithClock()
  await say(world, 'Open', [['198.18.0.1', 'low']])
  await say(world, 'Open', [['198.18.0.1', 'medium']])
  const told = async (): Promise<readonly string[]> =>
    seeing(world.store, async (view) =>
      (await view.changes(undefined, 0, 10)).map(({ reason, isRemoved }) => `${reason} ${isRemoved}`)
    )
  expect(await told()).toEqual(['changed false'])
  await withdrawFeed(world.store, 'Open')
  expect(await told()).toEqual(['withdrawn true'])
})

test('what left counts as added when it first was to be seen, whoever said it at last', async () => {
  const world = await storeWithClock()
  const { store } = world
  const row = [['198.18.0.1', 'low']] as const
  await say(world, 'Open', row)
  const first = (await store.state()).position
  for (const feed of ['Other', 'Hidden']) await say(world, feed, row)
  for (const feed of ['Open', 'Other']) await withdrawFeed(store, feed)
  const restriction = { maxTlp: undefined, feeds: ['Open', 'Other'] }
  const left = await inView(sightOf(store, restriction), async (view) => view.changes(undefined, 0, 10))
  expect(left).toMatchObject([{ isRemoved: true, indicator: { feeds: ['Other'], added: first } }])
})

test('what is known of the past reaches back no further than versions do', async () => {
  const { store } = await filled()
  const { position } = await store.state()
  await store.write(async (transaction) => transaction.forget(position, 0, 10_000))
  expect(await inView(store, async (view) => view.history())).toEqual({ versionsFrom: position, removalsFrom: 0 })
  await seeing(store, async (view) => {
    expect(await view.history()).toEqual({ versionsFrom: position, removalsFrom: position })
    expect(await view.lastChange(position)).toBe(position)
  })
})
