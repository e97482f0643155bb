import type { Instant } from '../../indicator/time.ts'
import type { Pause } from '../../platform/pause.ts'
import type { StoreState } from '../../store/indicator-store.ts'

/** Milliseconds between two looks at the store, which other processes write, too. */
export const LOOK_MS = 250

/** What waiting stands on. */
export interface AwaitParts {
  readonly store: { state(): Promise<StoreState> }
  readonly pause: Pause
}

/** How long somebody waits: so many looks at the store, or until the signal is aborted. */
export interface Waiting {
  readonly looks: number
  readonly signal: AbortSignal
}

/** An answer of the changes feed, as far as it decides about waiting. One that is empty holds no view of the store. */
export interface AwaitedAnswer {
  readonly isEmpty: boolean
  /** Where the next request goes on. */
  readonly nextCursor: string
  /** The newest position that it knows of. */
  readonly position: Instant
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
export const awaitChanges = async <Answer extends AwaitedAnswer>(
  read: (cursor: string | undefined) => Promise<Answer>,
  cursor: string | undefined,
  { looks, signal }: Waiting,
  parts: AwaitParts
): Promise<Answer> => {
  let answer = await read(cursor)
  let left = looks
  while (answer.isEmpty && left > 0) {
    left = await awaitPosition(answer.position, { looks: left, signal }, parts)
    answer = await read(answer.nextCursor)
  }
  return answer
}
