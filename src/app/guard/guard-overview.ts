import type { Settings } from '../../config/settings.ts'
import { builtInLists, PUBLIC_SUFFIXES } from '../../guard/built-in-lists.ts'
import type { GuardList, GuardListHead } from '../../indicator/guard-list.ts'
import type { Instant } from '../../indicator/time.ts'
import type { AddedGuardEntry, GuardStore } from '../../store/guard-store.ts'
import { ownList } from './load-guard.ts'

/** A list as people see it. */
export interface ShownGuardList extends GuardListHead {
  /** The file that it was loaded from, or where else it comes from. */
  readonly origin: string
  /** When it was loaded; `undefined` for what comes with the program and the settings. */
  readonly loaded: Instant | undefined
  /** `undefined` where nobody has counted: what comes with the Public Suffix List. */
  readonly size: number | undefined
}

/** Everything that the guard stands on. */
export interface GuardOverview {
  readonly lists: readonly ShownGuardList[]
  readonly entries: readonly AddedGuardEntry[]
}

const shown = (list: GuardList, origin: string): ShownGuardList => ({
  ...list,
  origin,
  loaded: undefined,
  size: list.entries.length
})

/** Lists in the order in which they are asked, and the entries that were added by hand. */
export const guardOverview = async (store: GuardStore, settings: Settings): Promise<GuardOverview> => ({
  lists: [
    shown(ownList(settings), 'settings'),
    ...builtInLists(settings.guard.documentation).map((list) => shown(list, 'built in')),
    { ...PUBLIC_SUFFIXES, origin: 'built in', loaded: undefined, size: undefined },
    ...(await store.lists())
  ],
  entries: await store.added()
})
