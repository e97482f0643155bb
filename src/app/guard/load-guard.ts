import type { Settings } from '../../config/settings.ts'
import { builtInLists, PUBLIC_SUFFIXES } from '../../guard/built-in-lists.ts'
import { createGuard } from '../../guard/create-guard.ts'
import { ENTRY_REFUSALS, isEntryRefusal } from '../../guard/entry-refusal.ts'
import type { Guard } from '../../guard/guard.ts'
import { readEntry } from '../../guard/read-entry.ts'
import type { GuardEntry, GuardList } from '../../indicator/guard-list.ts'
import { KINDS } from '../../indicator/kind.ts'
import { dayOfInstant, type Day } from '../../indicator/time.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AddedGuardEntry, GuardStore } from '../../store/guard-store.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import type { GuardedBy } from '../verdict.ts'

/** Reads an entry that a person gave under a name, in any spelling. Throws `invalid_parameter`. */
export const requireEntry = (name: string, text: string): GuardEntry => {
  const entry = readEntry(text)
  if (isEntryRefusal(entry)) throw invalidParameter(name, text, { reason: ENTRY_REFUSALS[entry.refused] })
  return entry
}

/** The list of the operator's own domains and networks. */
export const ownList = ({ guard }: Settings): GuardList => ({
  name: 'own domains and networks',
  mode: 'block',
  why: 'the settings name it as your own',
  until: undefined,
  kinds: KINDS,
  coversMail: true,
  entries: guard.own.map((text) => requireEntry('guard.own', text))
})

const listOfEntry = ({ shape, text, mode, why, until }: AddedGuardEntry): GuardList => ({
  name: 'added by hand',
  mode,
  why,
  until,
  kinds: KINDS,
  coversMail: true,
  entries: [{ shape, text }]
})

const loadedLists = async (store: GuardStore): Promise<readonly GuardList[]> => {
  const lists: GuardList[] = []
  for (const list of await store.lists()) lists.push({ ...list, entries: await store.entriesOf(list.name) })
  return lists
}

const build = async (store: GuardStore, settings: Settings, today: Day): Promise<Guard> => {
  const lists = [
    ownList(settings),
    ...(await store.added()).map(listOfEntry),
    ...builtInLists(settings.guard.documentation),
    ...(await loadedLists(store))
  ]
  const counting = lists.filter(({ until }) => until === undefined || until >= today)
  return createGuard({ lists: counting, publicSuffixes: PUBLIC_SUFFIXES })
}

interface Built {
  readonly version: string
  readonly guard: Promise<Guard>
}

const built = new WeakMap<IndicatorStore, Built>()

/**
 * The guard of a store as it is: what comes with the program, the settings, and what was loaded and added. It is built
 * anew only when the guard was edited, also by another process, a day has passed, or building it failed.
 */
export const loadGuard = async (store: IndicatorStore, settings: Settings, clock: Clock): Promise<Guard> => {
  const today = dayOfInstant(clock.now())
  const { guardVersion } = await store.state()
  const version = JSON.stringify([guardVersion, today, settings.guard])
  const known = built.get(store)
  if (known?.version === version) return known.guard
  const guard = build(store.guard, settings, today)
  built.set(store, { version, guard })
  guard.catch(() => {
    if (built.get(store)?.guard === guard) built.delete(store)
  })
  return guard
}

/** What an import asks: the guard of a store as it is at that moment, as `list: entry` of what stops a value. */
export const guardOf = (store: IndicatorStore, settings: Settings, clock: Clock) => async (): Promise<GuardedBy> => {
  const guard = await loadGuard(store, settings, clock)
  return (kind, value) => {
    const hit = guard.verdict(kind, value)
    return hit === undefined ? undefined : `${hit.list}: ${hit.entry}`
  }
}
