import type { Connection } from './connection.ts'
import type { FetchLimits } from './fetch-limits.ts'
import { bodyProblem, tooLarge, tooSlow, truncated } from './fetch-problem.ts'
import type { Patience } from './patience.ts'

/** The bytes of a body as they come over the wire, counted and timed; the connection ends with them. */
export async function* wireBytes(
  place: string,
  body: AsyncIterable<Uint8Array>,
  connection: Connection,
  limits: FetchLimits,
  patience: Patience
): AsyncGenerator<Uint8Array> {
  const slow = (waited: string): Error => tooSlow(place, `${waited} before the end of its answer`)
  const chunks = body[Symbol.asyncIterator]()
  let taken = 0
  try {
    for (;;) {
      const next = await patience.wait(chunks.next(), limits.idleSeconds, slow)
      if (next.done === true) break
      taken += next.value.length
      if (taken > limits.bytes) throw tooLarge(place, `has more than ${limits.bytes} bytes`)
      yield next.value
    }
    const isAsAnnounced = await patience.wait(connection.finish(), limits.idleSeconds, slow)
    if (!isAsAnnounced) throw truncated(place, 'more bytes came than were announced')
  } catch (error) {
    throw bodyProblem(place, error)
  } finally {
    await connection.close()
  }
}
