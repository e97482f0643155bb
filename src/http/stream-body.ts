import type { ServerResponse } from 'node:http'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Why a body ended before its end, through no fault of the client. */
export interface BodyFailure {
  readonly error: unknown
}

/** Of a text, Node takes the length before it encodes it: two walks instead of one. */
const bytesOf = (chunk: string | Uint8Array): Uint8Array => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)

/**
 * Writes a body at the pace of the client. When its source fails, the connection is reset: only that tells every
 * client, HTTP/1.0 included, that the rest is missing. A client that goes away is no failure.
 */
export const streamBody = async (
  first: IteratorResult<string | Uint8Array>,
  rest: AsyncIterator<string | Uint8Array>,
  coder: Transform | undefined,
  response: ServerResponse
): Promise<BodyFailure | undefined> => {
  let failure: BodyFailure | undefined

  const next = async (): Promise<IteratorResult<string | Uint8Array>> => {
    try {
      return await rest.next()
    } catch (error) {
      failure = { error }
      response.socket?.resetAndDestroy()
      throw error
    }
  }

  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (let step = first; step.done !== true; step = await next()) yield bytesOf(step.value)
    } finally {
      await rest.return?.()
    }
  }

  try {
    const source = Readable.from(chunks())
    await (coder === undefined ? pipeline(source, response) : pipeline(source, coder, response))
  } catch {
    // Either the client has gone, or the failure is known.
  }
  return failure
}
