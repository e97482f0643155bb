import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { addToGuard, removeFromGuard } from '../../src/app/guard/guard-edits.ts'
import { MANIFEST, ruleFileName } from '../../src/app/rule-manifest.ts'
import { STATE_FILE } from '../../src/app/sync/sync-state.ts'
import { ruleId } from '../../src/indicator/rule-id.ts'
import { scratchFolder } from '../support/scratch.ts'
import { filesIn } from '../support/syncing.ts'
import { dice } from './year/dice.ts'
import { createExpectedValues, type ExpectedValues } from './year/expected-values.ts'
import { lookAtFolder, rewrittenSince } from './year/look-at-folder.ts'
import { differing, meaningOf, type Rules } from './year/rules.ts'
import { serveDay } from './year/serve-year.ts'
import { ALARMS, troubleOn } from './year/year-feed.ts'
import { YEAR_FEEDS } from './year/year-feeds.ts'
import { KEPT, openYear, type YearWorld } from './year/year-world.ts'
import { acting } from '../support/acting.ts'

const DAYS = 365

/** Days on which nobody syncs: longer than versions are kept, and longer than removals are. */
const AWAY = [
  { from: 60, to: 60 + KEPT.versionDays + 3 },
  { from: 150, to: 150 + KEPT.removalDays + 5 }
]

const isSynced = (day: number): boolean =>
  day === DAYS - 1 || (dice(9, day) % 5 < 3 && !AWAY.some(({ from, to }) => from <= day && day <= to))

const GUARDED = { entry: 'd3.stream.example', from: 280, to: 293 } as const

const isGuarded = (value: string, day: number): boolean =>
  GUARDED.from <= day && day <= GUARDED.to && value.startsWith(`${GUARDED.entry}/`)

/** What people do on a day, before feeds are fetched. */
const EDITS: Readonly<Record<number, (world: YearWorld) => Promise<unknown>>> = {
  133: ({ feeds }) => feeds.approve('Jumpy list'),
  203: ({ feeds }) => feeds.approve('Jumpy list'),
  240: ({ feeds }) => feeds.setStanding('Jumpy list', 'frozen'),
  271: ({ feeds }) => feeds.setStanding('Jumpy list', 'enabled'),
  310: ({ feeds }) => feeds.remove('Jumpy list'),
  [GUARDED.from]: ({ server: { store, clock } }) =>
    addToGuard(acting(store, clock), GUARDED.entry, { mode: 'block', why: 'our own', until: undefined }),
  [GUARDED.to + 1]: ({ server: { store } }) => removeFromGuard(acting(store), GUARDED.entry)
}

/** Every feed that can be fetched is fetched, and says what is the matter with it. */
const fetchAll = async (world: YearWorld, expected: ExpectedValues, day: number): Promise<void> => {
  for (const feed of YEAR_FEEDS) {
    const trouble = troubleOn(feed, day)
    expected.run(feed, day, trouble)
    if (trouble === 'frozen' || trouble === 'removed') continue
    serveDay(world.origin, feed, day, trouble)
    await world.run(feed.name)
    const { state } = await world.feeds.find(feed.name)
    expect(state.alarm?.code, `${feed.name} on day ${day}`).toBe(trouble && ALARMS[trouble])
  }
}

const REMOVED_BY_HAND = 325

const removeOne = async ({ server: { store } }: YearWorld, expected: ExpectedValues): Promise<void> => {
  const [value] = [...expected.values()].find(([, kind]) => kind === 'domain') ?? []
  expect.assert(value !== undefined)
  await removeIndicator(acting(store), value, 'our own scanner')
  expected.remove(value)
}

/** A day of the server; gives the rules that it ends with, which are those that the feeds ask for. */
const liveThrough = async (world: YearWorld, expected: ExpectedValues, day: number): Promise<Rules> => {
  world.setDay(day)
  await EDITS[day]?.(world)
  await fetchAll(world, expected, day)
  await world.keepUp()
  expected.age(day)
  if (day === REMOVED_BY_HAND) await removeOne(world, expected)
  const rules = await world.exported()
  const names = [...expected.values()]
    .filter(([value]) => !isGuarded(value, day))
    .map(([value, kind]) => ruleFileName(ruleId(kind, value)))
  expect([...rules.keys()].sort(), `day ${day}`).toEqual(names.sort())
  return rules
}

/** Syncs; only files whose rule is another than at the last time are touched, and none where all are the same. */
const syncOnce = async (world: YearWorld, before: Rules, rules: Rules): Promise<readonly string[]> => {
  const found = await lookAtFolder(world.folder)
  const { isInStep, rules: count } = await world.sync(world.folder)
  expect([isInStep, count]).toEqual([true, rules.size])
  const left = await lookAtFolder(world.folder)
  const changed = differing(before, rules)
  if (changed.length === 0 && found.size > 0) expect(left).toEqual(found)
  const rewritten = rewrittenSince(found, left).filter((name) => rules.has(name))
  expect(rewritten.sort()).toEqual(changed.filter((name) => before.has(name) && rules.has(name)).sort())
  return changed
}

const expectInStep = async (world: YearWorld, rules: Rules): Promise<void> => {
  const { [STATE_FILE]: _, [MANIFEST]: manifest, ...texts } = await filesIn(world.folder)
  expect(texts).toEqual(Object.fromEntries(rules))
  const fresh = join(await scratchFolder(), 'rules')
  await world.sync(fresh)
  expect((await filesIn(fresh))[MANIFEST]).toBe(manifest)
}

test('a year of feeds ends with a folder equal to a fresh export, and no rule was rewritten that did not change', {
  timeout: 300_000
}, async () => {
  const world = await openYear()
  const expected = createExpectedValues(YEAR_FEEDS)
  let yesterday: Rules = new Map()
  let synced: Rules = new Map()
  const moved = new Set<string>()
  let quietRuns = 0
  for (let day = 0; day < DAYS; day++) {
    const rules = await liveThrough(world, expected, day)
    for (const name of differing(yesterday, rules, meaningOf)) moved.add(name)
    yesterday = rules
    if (!isSynced(day)) continue
    const changed = await syncOnce(world, synced, rules)
    expect(
      changed.filter((name) => !moved.has(name)),
      `day ${day}`
    ).toEqual([])
    if (changed.length === 0) quietRuns++
    if (day % 30 === 0 || day === DAYS - 1) await expectInStep(world, rules)
    synced = rules
    moved.clear()
  }
  expect(quietRuns).toBeGreaterThan(20)
  expect(world.answered(410)).toBe(1)
})
