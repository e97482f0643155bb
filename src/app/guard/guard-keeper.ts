import type { Settings } from '../../config/settings.ts'
import type { AddedGuardEntry } from '../../store/guard-store.ts'
import type { Acting } from '../audit/acting.ts'
import { addToGuard, findAddedEntry, type GuardTerms, removeEntryFromGuard } from './guard-edits.ts'
import { type GuardOverview, guardOverview } from './guard-overview.ts'
import { loadGuard } from './load-guard.ts'
import { refuseSecret } from '../keys/refuse-secret.ts'
import { type GuardedValue, tryGuard } from './try-guard.ts'

/** What a refusal calls the value of an entry. */
const VALUE = 'value'

/**
 * The guard as whoever keeps it from afar sees and changes it. Whoever keeps the feeds of the store holds all indicators
 * against every edit, soon after it.
 */
export interface GuardKeeper {
  overview(): Promise<GuardOverview>
  /** The entries that were added by hand, oldest first. */
  entries(): Promise<readonly AddedGuardEntry[]>
  /** One of them, by its value, written in any way. Throws `not_found`. */
  find(value: string): Promise<AddedGuardEntry>
  /** Adds an entry, written in any way, in place of the same one. Throws `invalid_parameter`. */
  add(value: string, terms: GuardTerms): Promise<AddedGuardEntry>
  /** Removes an entry that was added by hand, written in any way; gives its one spelling. Throws `not_found`. */
  remove(value: string): Promise<string>
  /** What the guard says of a value, whether the store holds it or not. Throws `invalid_parameter`. */
  check(value: string): Promise<GuardedValue>
}

/** The guard of a store. */
export const createGuardKeeper = (acting: Acting, settings: Settings): GuardKeeper => {
  const { store, clock } = acting
  return {
    overview: () => guardOverview(store.guard, settings),
    entries: () => store.guard.added(),
    find: (value) => findAddedEntry(store.guard, value),
    async add(value, terms) {
      refuseSecret(terms.why ?? '', settings.keys.prefix, 'why')
      return addToGuard(acting, value, terms, VALUE)
    },
    remove: (value) => removeEntryFromGuard(acting, value),
    check: async (value) => tryGuard(await loadGuard(store, settings, clock), value, VALUE)
  }
}
