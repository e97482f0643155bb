import { type AwaitParts, awaitChanges, LOOK_MS } from '../../app/changes/await-changes.ts'
import type { ChangeAnswer, ReadChanges, SentChange } from './change-answer.ts'

/** Milliseconds between two signs of life, well below what cuts a silent connection. */
const HEARTBEAT_MS = 15_000

/** How the stream goes on behind its first answer. */
export interface EventStream {
  readonly read: ReadChanges
  /** Aborted when the stream is to end. */
  readonly signal: AbortSignal
  /** Whether the caller may still be sent anything. */
  readonly isAllowed: () => Promise<boolean>
}

/** A comment keeps the connection; the id alone moves a client on without an event. */
const heartbeat = ({ nextCursor }: ChangeAnswer): string => `:\nid: ${nextCursor}\n\n`

const eventOf = ({ op, cursor, object }: SentChange): string =>
  `id: ${cursor}\nevent: ${op}\ndata: ${JSON.stringify(object)}\n\n`

async function* eventsOf(answer: ChangeAnswer): AsyncGenerator<string> {
  if (answer.isEmpty) yield heartbeat(answer)
  else for await (const piece of answer.lines) yield piece.map(eventOf).join('')
}

/**
 * The changes feed as server-sent events, from its first answer on until the signal: WHATWG HTML, section 9.2. A client
 * that is cut off comes back with the last id.
 */
export async function* changeEvents(
  first: ChangeAnswer,
  { read, signal, isAllowed }: EventStream,
  parts: AwaitParts
): AsyncGenerator<string> {
  const looks = HEARTBEAT_MS / LOOK_MS
  for (let answer = first; ; answer = await awaitChanges(read, answer.nextCursor, { looks, signal }, parts)) {
    try {
      if (answer !== first && (signal.aborted || !(await isAllowed()))) return
      yield* eventsOf(answer)
    } finally {
      await answer.close()
    }
  }
}
