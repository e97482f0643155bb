import { PORTION } from '../http-times.ts'

/** The client that an answer is written for, by how long what is ready for it has to wait. */
export interface Reader {
  /** Something is ready. */
  waits(): void
  /** It was taken: so many bytes. */
  took(bytes: number): void
  /** Nothing more is to come. */
  leave(): void
}

/**
 * Watches that every {@link PORTION} of an answer waits no longer than so many milliseconds; calls `tooSlow` otherwise.
 * Time in which nothing is ready does not count, so that a stream of events may be silent.
 */
export const watchReader = (milliseconds: number, tooSlow: () => void): Reader => {
  let left = milliseconds
  let taken = 0
  let since = 0
  let timer: NodeJS.Timeout | undefined
  const leave = (): void => clearTimeout(timer)
  return {
    leave,
    waits() {
      since = performance.now()
      timer = setTimeout(tooSlow, left)
    },
    took(bytes) {
      leave()
      taken += bytes
      left = Math.max(0, left - (performance.now() - since))
      if (taken < PORTION) return
      taken = 0
      left = milliseconds
    }
  }
}
