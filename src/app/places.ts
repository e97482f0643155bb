import type { Settings } from '../config/settings.ts'
import { Problem } from '../problem/problem.ts'

/** Bounds how much of something is under way at once. */
export interface Places {
  /** Takes a place, and gives what leaves it again. Throws `too_many_exports` when none is free. */
  take(): () => void
}

/** So many places; `what` names in the plural what takes them. */
export const createPlaces = (most: number, what: string): Places => {
  let taken = 0
  return {
    take() {
      if (taken >= most) {
        throw new Problem(
          'too_many_exports',
          `The server is writing ${taken} ${what}, as many as it allows; try again.`
        )
      }
      taken++
      let isTaken = true
      return () => {
        if (isTaken) taken--
        isTaken = false
      }
    }
  }
}

/** As many as the settings allow for exports of every kind together. */
export const exportPlaces = ({ limits }: Settings): Places => createPlaces(limits.maxConcurrentExports, 'exports')
