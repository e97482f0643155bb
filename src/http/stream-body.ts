import type { ServerResponse } from 'node:http'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Why a body ended before its end, through no fault of the client. */
export interface BodyFailure {
  readonly error: unknown
}

/**
 * Writes a body at the pace of the client. When its source fails, the connection is reset: only that tells every
 * client, HTTP/1.0 included, that the rest is missing. A client that goes away is no failure.
 */
export const streamBody = async (
  first: IteratorResult<string>,
  rest: AsyncIterator<string>,
  coder: Transform | undefined,
  response: ServerResponse
): Promise<BodyFailure | undefined> => {
  let failure: BodyFailure | undefined

  const next = async (): Promise<IteratorResult<string>> => {
    try {
      return await rest.next()
    } catch (error) {
      failure = { error }
      response.socket?.resetAndDestroy()
      throw error
    }
  }

  async function* chunks(): AsyncGenerator<Buffer> {
    try {
      // Of a text, Node takes the length before it encodes it: two walks instead of one.
      for (let step = first; step.done !== true; step = await next()) yield Buffer.from(step.value)
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
