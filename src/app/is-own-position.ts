import type { Instant } from '../indicator/time.ts'
import type { ReadView } from '../store/indicator-store.ts'

/**
 * Whether a position that the store gave out can be its own still. Every such position is the instant of a change; one
 * that the store does not hold was given by another store, or by this one before it was restored from a backup. Of
 * positions that lie before what is kept nothing is known, and they pass.
 */
export const isOwnPosition = async (view: ReadView, position: Instant): Promise<boolean> => {
  const { versionsFrom, removalsFrom } = await view.history()
  return position <= Math.max(versionsFrom, removalsFrom) || (await view.lastChange(position)) === position
}
