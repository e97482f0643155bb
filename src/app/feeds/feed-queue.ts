/** Runs of feeds beside one another. */
export interface FeedQueue {
  /**
   * Replaces what waits by the feeds that `readDue` names, in their order. Those that are running meanwhile are left
   * alone, because they are still due by what was read.
   */
  refill(readDue: () => Promise<readonly string[]>): Promise<void>
  /** Forgets what waits, and resolves when nothing runs any more. */
  drain(): Promise<void>
}

/** Runs at most so many feeds at a time; a slow one keeps its place, and the others go on. `run` never rejects. */
export const createFeedQueue = (atOnce: number, run: (name: string) => Promise<void>): FeedQueue => {
  const running = new Map<string, Promise<void>>()
  let waiting: readonly string[] = []

  const start = async (name: string): Promise<void> => {
    await run(name)
    running.delete(name)
    startWaiting()
  }

  const startWaiting = (): void => {
    const [name, ...others] = waiting
    if (name === undefined || running.size >= atOnce) return
    waiting = others
    running.set(name, start(name))
    startWaiting()
  }

  return {
    async refill(readDue) {
      waiting = []
      const busy = new Set(running.keys())
      const due = await readDue()
      waiting = due.filter((name) => !busy.has(name))
      startWaiting()
    },
    async drain() {
      waiting = []
      await Promise.all(running.values())
    }
  }
}
