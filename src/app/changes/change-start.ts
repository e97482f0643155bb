import type { Instant } from '../../indicator/time.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { isOwnPosition } from '../is-own-position.ts'
import { type ChangeCursor, type ChangeDigests, cursorExpired, readChangeCursor } from './change-cursor.ts'

/** By what a client says where it is: its cursor, or else the instant of an export. */
export interface ChangeStart {
  readonly cursor: string | undefined
  readonly filters: { readonly since: Instant | undefined }
}

/** Where a client is. Throws `cursor_expired` where the way from there to the newest change has holes. */
export const changeStart = async (
  view: ReadView,
  { cursor, filters: { since } }: ChangeStart,
  digests: ChangeDigests
): Promise<ChangeCursor> => {
  const { position } = view.state
  if (cursor !== undefined) return requireKept(readChangeCursor(cursor, digests), view)
  if (since === undefined) return { position: 0, start: position }
  // No change lies between, and a cursor always stands on a change.
  const known = await view.lastChange(Math.min(since, position))
  return requireKept({ position: known, start: known }, view)
}

const RESTORED = 'the store was restored from a backup, or is another one'

const requireKept = async (from: ChangeCursor, view: ReadView): Promise<ChangeCursor> => {
  const { removalsFrom } = await view.history()
  if (Math.max(from.position, from.start) < removalsFrom) {
    throw cursorExpired('removals of that time are no longer kept')
  }
  for (const position of [from.position, from.start]) {
    if (!(await isOwnPosition(view, position))) throw cursorExpired(RESTORED)
  }
  return from
}
