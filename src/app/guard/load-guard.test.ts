import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Settings } from '../../config/settings.ts'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY } from '../../indicator/time.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { scratchFolder } from '../../../tests/support/scratch.ts'
import { MOMENT, storeWithClock, TODAY } from '../../../tests/support/stores.ts'
import { settableClock } from '../../platform/clock.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { Connection } from '../../store/sqlite/connection.ts'
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts'
import { addToGuard, loadIntoGuard, removeFromGuard } from './guard-edits.ts'
import { guardOverview } from './guard-overview.ts'
import { guardOf, loadGuard } from './load-guard.ts'
import { recheckGuard } from './recheck-guard.ts'
import { tryGuard } from './try-guard.ts'
import { acting } from '../../../tests/support/acting.ts'

const BLOCK = { mode: 'block', why: undefined, until: undefined } as const

const owning = (settings: Settings, ...own: readonly string[]): Settings => ({
  ...settings,
  guard: { ...settings.guard, own }
})

describe('the guard of a store', () => {
  it('is made of the settings, of what was added and loaded, and of what comes with the program', async () => {
    const { store, clock } = await storeWithClock()
    const settings = owning(await defaultSettings(), 'own.example', '198.51.100.0/24')
    await addToGuard(acting(store, clock), 'added.example', { ...BLOCK, why: 'a partner' })
    await loadIntoGuard(acting(store, clock), textInput('a list', 'loaded.example\n'), undefined, BLOCK)
    const guard = await loadGuard(store, settings, clock)
    const listsOf = (value: string): readonly string[] => tryGuard(guard, value).hits.map(({ list }) => list)
    expect(listsOf('own.example')).toEqual(['own domains and networks', 'documentation'])
    expect(listsOf('http://198.51.100.1/')).toEqual(['own domains and networks', 'documentation'])
    expect(listsOf('a@added.example')).toEqual(['added by hand', 'documentation'])
    expect(listsOf('loaded.example')).toEqual(['documentation', 'a list'])
    expect(listsOf('8.8.8.8')).toEqual(['public resolvers'])
    const { lists, entries } = await guardOverview(store.guard, settings)
    expect(lists.map(({ name }) => name)).toEqual([
      'own domains and networks',
      'special-use addresses',
      'special-use names',
      'documentation',
      'public resolvers',
      'empty files',
      'public suffixes',
      'a list'
    ])
    expect(entries).toMatchObject([{ text: 'added.example', why: 'a partner' }])
  })

  it('is the same object until it is edited, the settings change or a day has passed', async () => {
    const { store, clock } = await storeWithClock()
    const settings = await defaultSettings()
    const load = async (with_ = settings) => loadGuard(store, with_, clock)
    const first = await load()
    expect(await load()).toBe(first)
    await addToGuard(acting(store, clock), 'a.example', BLOCK)
    const second = await load()
    expect(second).not.toBe(first)
    expect(await load(owning(settings, 'b.example'))).not.toBe(second)
    const third = await load()
    clock.set(clock.now() + SECONDS_PER_DAY * INSTANTS_PER_SECOND)
    expect(await load()).not.toBe(third)
  })

  it('is built again after a build that failed', async () => {
    const clock = settableClock(MOMENT)
    const path = join(await scratchFolder(), 'sigmill.db')
    const store = await openSqliteStore(path, { now: () => clock.now(), acceptClock: false, create: true })
    const other = new Connection(path, { create: false, lockMilliseconds: 0, cacheMebibytes: 1 })
    onTestFinished(async () => {
      other.close()
      await store.close()
    })
    const settings = await defaultSettings()
    other.database.exec('ALTER TABLE guard_lists RENAME TO elsewhere')
    await expect(loadGuard(store, settings, clock)).rejects.toThrow('guard_lists')
    other.database.exec('ALTER TABLE elsewhere RENAME TO guard_lists')
    const guard = await loadGuard(store, settings, clock)
    expect(await loadGuard(store, settings, clock)).toBe(guard)
  })

  it('counts an entry up to its last day', async () => {
    const { store, clock } = await storeWithClock()
    const settings = await defaultSettings()
    await addToGuard(acting(store, clock), 'a.example', { ...BLOCK, until: TODAY })
    const stops = async () => (await guardOf(store, settings, clock)())('domain', 'a.example')
    expect(await stops()).toBe('added by hand: a.example')
    clock.set(clock.now() + SECONDS_PER_DAY * INSTANTS_PER_SECOND)
    expect(await stops()).toBeUndefined()
  })

  it('refuses own domains that are none, by the name of the setting', async () => {
    const { store, clock } = await storeWithClock()
    const settings = owning(await defaultSettings(), 'no domain')
    await expect(loadGuard(store, settings, clock)).rejects.toThrow('guard.own "no domain"')
  })

  it('loses what is removed, and says where there is nothing to remove', async () => {
    const { store, clock } = await storeWithClock()
    await addToGuard(acting(store, clock), 'a.example', BLOCK)
    await loadIntoGuard(acting(store, clock), textInput('a list', 'b.example'), 'named', BLOCK)
    expect(await removeFromGuard(acting(store), 'A[.]example')).toBe('a.example')
    expect(await removeFromGuard(acting(store), 'named')).toBe('the list "named"')
    for (const text of ['a.example', 'named', 'public suffixes']) {
      await expect(removeFromGuard(acting(store), text)).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await store.guard.lists()).toEqual([])
    expect(await store.guard.added()).toEqual([])
  })
})

describe('a new look at all indicators', () => {
  const stored = async (store: IndicatorStore, value: string) => {
    const view = await store.view()
    const found = await view.find({ kind: 'domain', value })
    await view.close()
    return found
  }

  it('makes every flip a change with its reason, and nothing else', async () => {
    const { store, clock } = await storeWithClock()
    const guard = guardOf(store, await defaultSettings(), clock)
    const values = Array.from({ length: 20 }, (_, index) => `host-${index}.${index % 4 === 0 ? 'bad' : 'good'}.example`)
    await importInputs(store, clock, [textInput('feed', values.join('\n'))])
    expect(await recheckGuard(store, guard)).toEqual({ guarded: 0, returned: 0 })

    await addToGuard(acting(store, clock), 'good.example', BLOCK)
    const before = await store.state()
    expect(await recheckGuard(store, guard)).toEqual({ guarded: 15, returned: 0 })
    expect(await stored(store, 'host-1.good.example')).toMatchObject({
      reason: 'guarded',
      indicator: { noRule: 'guarded', guardedBy: 'added by hand: good.example' }
    })
    expect(await stored(store, 'host-0.bad.example')).toMatchObject({ reason: 'new', indicator: { noRule: undefined } })
    const after = await store.state()
    expect(after.position).toBeGreaterThan(before.position)
    expect(await recheckGuard(store, guard)).toEqual({ guarded: 0, returned: 0 })
    expect(await store.state()).toEqual(after)

    await removeFromGuard(acting(store), 'good.example')
    expect(await recheckGuard(store, guard)).toEqual({ guarded: 0, returned: 15 })
    expect(await stored(store, 'host-1.good.example')).toMatchObject({
      reason: 'returned',
      indicator: { noRule: undefined, guardedBy: undefined }
    })
  })

  it('takes another entry that stops the same value for no change', async () => {
    const { store, clock } = await storeWithClock()
    const guard = guardOf(store, await defaultSettings(), clock)
    await importInputs(store, clock, [textInput('feed', 'host.good.example')])
    await addToGuard(acting(store, clock), 'host.good.example', BLOCK)
    await recheckGuard(store, guard)
    const { position } = await store.state()
    await addToGuard(acting(store, clock), 'good.example', BLOCK)
    await removeFromGuard(acting(store), 'host.good.example')
    expect(await recheckGuard(store, guard)).toEqual({ guarded: 0, returned: 0 })
    expect(await store.state()).toMatchObject({ position })
    expect((await stored(store, 'host.good.example'))?.indicator.guardedBy).toBe('added by hand: good.example')
  })
})
