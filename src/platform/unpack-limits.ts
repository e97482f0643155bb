import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'

/** How much an archive may grow. */
export interface UnpackLimits {
  /** Unpacked bytes at most. */
  readonly bytes: number
  /** Unpacked bytes per packed byte at most, counted from {@link ratioFrom} unpacked bytes on. */
  readonly ratio: number
  readonly ratioFrom: number
}

/** Real feeds pack 5 to 50 times; deflate can give 1,032 bytes for one, which only a bomb does for long. */
export const UNPACK_LIMITS: UnpackLimits = { bytes: 16 * 2 ** 30, ratio: 1_000, ratioFrom: 64 * 2 ** 20 }

/**
 * Unpacks with `unpack` and throws `tooLarge`, `input_too_large` unless another is given, as soon as the bytes that come
 * out pass the limits; what came before is yielded.
 */
export async function* unpackWithin(
  limits: UnpackLimits,
  name: string,
  packed: AsyncIterable<Uint8Array>,
  unpack: (packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
  tooLarge: (name: string, how: string) => Problem = inputTooLarge
): AsyncGenerator<Uint8Array> {
  let taken = 0
  let given = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed) {
      taken += chunk.length
      yield chunk
    }
  }
  for await (const chunk of unpack(counted())) {
    given += chunk.length
    if (given > limits.bytes) throw tooLarge(name, `to more than ${limits.bytes} bytes`)
    if (given > limits.ratioFrom && given > taken * limits.ratio) {
      throw tooLarge(name, `more than ${limits.ratio}-fold, as only an archive made to do harm does`)
    }
    yield chunk
  }
}

const inputTooLarge = (name: string, how: string): Problem =>
  new Problem('input_too_large', `${printable(name)} unpacks ${how}. Unpack it by hand and give the file inside.`)
