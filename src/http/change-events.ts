import { type AwaitParts, awaitChanges, LOOK_MS } from '../app/changes/await-changes.ts'
import type { Changes, ChangesRequest } from '../app/changes/changes.ts'
import { changeObject } from './change-object.ts'

/** Milliseconds between two signs of life, well below what cuts a silent connection. */
const HEARTBEAT_MS = 15_000

/** How the stream goes on behind its first answer. */
export interface EventStream {
  readonly request: ChangesRequest
  /** Aborted when the stream is to end. */
  readonly signal: AbortSignal
  /** Whether the caller may still be sent anything. */
  readonly isAllowed: () => Promise<boolean>
}

/** A comment keeps the connection; the id alone moves a client on without an event. */
const heartbeat = ({ nextCursor }: Changes): string => `:\nid: ${nextCursor}\n\n`

const events = ({ lines, write }: Changes): string =>
  lines
    .map((line) => {
      const written = write(line)
      return `id: ${written.cursor}\nevent: ${line.op}\ndata: ${JSON.stringify(changeObject(written))}\n\n`
    })
    .join('')

/**
 * The changes feed as server-sent events, from its first answer on until the signal: WHATWG HTML, section 9.2. A client
 * that is cut off comes back with the last id.
 */
export async function* changeEvents(
  first: Changes,
  { request, signal, isAllowed }: EventStream,
  parts: AwaitParts
): AsyncGenerator<string> {
  const looks = HEARTBEAT_MS / LOOK_MS
  let answer = first
  do {
    yield answer.lines.length === 0 ? heartbeat(answer) : events(answer)
    answer = await awaitChanges({ ...request, cursor: answer.nextCursor }, { looks, signal }, parts)
  } while (!signal.aborted && (await isAllowed()))
}
