import type { ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HTTP_TIMES } from '../http-times.ts'
import { watchReader } from './watch-reader.ts'

/** Why a body ended before its end, through no fault of the client. */
export interface BodyFailure {
  readonly error: unknown
}

/** How a body is written. */
export interface BodyOptions {
  readonly coder?: Transform | undefined
  /** Milliseconds for which a portion may wait for the client. */
  readonly portion?: number
}

/** Of a text, Node takes the length before it encodes it: two walks instead of one. */
const bytesOf = (chunk: string | Uint8Array): Uint8Array => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)

/**
 * Writes a body at the pace of the client. When its source fails, the connection is reset: only that tells every
 * client, HTTP/1.0 included, that the rest is missing. A client that goes away, or is too slow and cut off, is no failure.
 */
export const streamBody = async (
  first: IteratorResult<string | Uint8Array>,
  rest: AsyncIterator<string | Uint8Array>,
  response: ServerResponse,
  { coder, portion = HTTP_TIMES.portion }: BodyOptions = {}
): Promise<BodyFailure | undefined> => {
  if (response.destroyed) {
    // Of an answer that was queued behind another one, nobody would tell that it is over.
    await rest.return?.()
    return undefined
  }
  let failure: BodyFailure | undefined
  const cutOff = (): void => void response.socket?.resetAndDestroy()
  const reader = watchReader(portion, cutOff)

  const next = async (): Promise<IteratorResult<string | Uint8Array>> => {
    try {
      return await rest.next()
    } catch (error) {
      failure = { error }
      cutOff()
      throw error
    }
  }

  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (let step = first; step.done !== true; step = await next()) {
        const bytes = bytesOf(step.value)
        reader.waits()
        yield bytes
        reader.took(bytes.length)
      }
      // For the client to take what is buffered.
      reader.waits()
    } finally {
      await rest.return?.()
    }
  }

  try {
    await (coder === undefined ? pipeline(chunks(), response) : pipeline(chunks(), coder, response))
  } catch {
    // Either the client has gone, or the failure is known.
  } finally {
    reader.leave()
  }
  return failure
}
