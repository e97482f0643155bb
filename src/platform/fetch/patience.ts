/** Waiting for servers, each time and in all no longer than allowed. */
export interface Patience {
  /** Aborted when the patience is over, with the reason as its `reason`. */
  readonly signal: AbortSignal
  /**
   * Waits for work, at most so many seconds. Throws what the work throws, or the problem: `tooSlow` is told how long
   * it was waited.
   */
  wait<T>(work: Promise<T>, seconds: number, tooSlow: (waited: string) => Error): Promise<T>
}

/** Patience for `totalSeconds` of waiting in all, which also ends with `outer`. */
export const createPatience = (totalSeconds: number, outer: AbortSignal | undefined): Patience => {
  const controller = new AbortController()
  const signal = outer === undefined ? controller.signal : AbortSignal.any([outer, controller.signal])
  let left = totalSeconds * 1_000

  return {
    signal,
    async wait(work, seconds, tooSlow) {
      const isLast = left < seconds * 1_000
      const waited = isLast ? `${totalSeconds} seconds of waiting in all are over` : `${seconds} seconds are over`
      const start = performance.now()
      const timer = setTimeout(() => controller.abort(tooSlow(waited)), isLast ? left : seconds * 1_000)
      try {
        return await unlessAborted(signal, work)
      } finally {
        clearTimeout(timer)
        left = Math.max(0, left - (performance.now() - start))
      }
    }
  }
}

const unlessAborted = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    const done = (): void => signal.removeEventListener('abort', stop)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop)
    work.then(resolve, reject).finally(done)
  })
