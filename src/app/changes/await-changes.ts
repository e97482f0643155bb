import type { Instant } from '../../indicator/time.ts'
import type { Pause } from '../../platform/pause.ts'
import type { StoreState } from '../../store/indicator-store.ts'
import type { ChangeFeed, Changes, ChangesRequest } from './changes.ts'

/** Milliseconds between two looks at the store, which other processes write, too. */
export const LOOK_MS = 250

/** What waiting stands on. */
export interface AwaitParts {
  readonly changes: ChangeFeed
  readonly store: { state(): Promise<StoreState> }
  readonly pause: Pause
}

/** How long somebody waits: so many looks at the store, or until the signal is aborted. */
export interface Waiting {
  readonly looks: number
  readonly signal: AbortSignal
}

/** Looks at the store until it has passed a position. Gives how many looks are left: 0 when none, or nobody waits. */
const awaitPosition = async (
  position: Instant,
  { looks, signal }: Waiting,
  { store, pause }: AwaitParts
): Promise<number> => {
  for (let left = looks; left > 0; left--) {
    if ((await store.state()).position > position) return left
    await pause(LOOK_MS, signal)
    if (signal.aborted) return 0
  }
  return 0
}

/**
 * Reads the changes feed, and where nothing came, waits for lines and reads on. No view of the store is open while it
 * waits. What it gives may be empty, and is then as far as the store was when the waiting was over.
 */
export const awaitChanges = async (
  request: ChangesRequest,
  { looks, signal }: Waiting,
  parts: AwaitParts
): Promise<Changes> => {
  let answer = await parts.changes.read(request)
  let left = looks
  while (answer.lines.length === 0 && left > 0) {
    left = await awaitPosition(answer.position, { looks: left, signal }, parts)
    answer = await parts.changes.read({ ...request, cursor: answer.nextCursor })
  }
  return answer
}
