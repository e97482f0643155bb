import type { GUARD, GUARD_ENTRY, GUARDED_VALUE } from '../../api/schemas/guard.ts'
import type { Written } from '../../api/written.ts'
import { ENTRY_SHAPES } from '../../indicator/guard-list.ts'
import { type Day, formatDay, formatInstant } from '../../indicator/time.ts'
import type { AddedGuardEntry } from '../../store/guard-store.ts'
import { guardEntryText } from './guard-entry-text.ts'
import type { GuardOverview, ShownGuardList } from './guard-overview.ts'
import type { GuardedValue } from './try-guard.ts'

type Hit = GuardedValue['hits'][number]
type GuardObject = Written<typeof GUARD>
type GuardedValueObject = Written<typeof GUARDED_VALUE>

const dayOrNull = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day))

const listJson = ({
  name,
  mode,
  why,
  until,
  kinds,
  coversMail,
  origin,
  loaded,
  size
}: ShownGuardList): GuardObject['lists'][number] => ({
  name,
  mode,
  why,
  until: dayOrNull(until),
  types: kinds,
  covers_mail: coversMail,
  origin,
  loaded: loaded === undefined ? null : formatInstant(loaded),
  entries: size ?? null
})

/** An entry that was added by hand, for programs. */
export const guardEntryJson = ({
  text,
  shape,
  mode,
  why,
  until,
  added
}: AddedGuardEntry): Written<typeof GUARD_ENTRY> => ({
  value: guardEntryText({ shape, text }),
  shape,
  covers: ENTRY_SHAPES[shape],
  mode,
  why,
  until: dayOrNull(until),
  added: formatInstant(added)
})

/** Everything that the guard stands on, for programs. */
export const guardJson = ({ lists, entries }: GuardOverview): GuardObject => ({
  lists: lists.map(listJson),
  entries: entries.map(guardEntryJson)
})

const hitJson = ({ list, entry, mode, why, until }: Hit): GuardedValueObject['hits'][number] => ({
  list,
  entry,
  mode,
  why,
  until: dayOrNull(until)
})

/** What the guard says of a value, for programs. */
export const guardedValueJson = ({ kind, value, verdict, hits }: GuardedValue): GuardedValueObject => ({
  type: kind,
  value,
  withheld: verdict !== undefined,
  verdict: verdict === undefined ? null : hitJson(verdict),
  hits: hits.map(hitJson)
})
