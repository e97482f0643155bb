import { Problem } from '../../problem/problem.ts'
import { unpackWithin } from '../unpack-limits.ts'
import type { Decode } from './content-coding.ts'
import { type FetchLimits, unpackLimits } from './fetch-limits.ts'
import { tooLarge, truncated } from './fetch-problem.ts'

/** The bytes of a body without their content coding, as far as the limits go. */
export async function* decodedBytes(
  place: string,
  packed: AsyncIterable<Uint8Array>,
  decode: Decode,
  limits: FetchLimits
): AsyncGenerator<Uint8Array> {
  try {
    yield* unpackWithin(unpackLimits(limits), place, packed, decode, (_name, how) => tooLarge(place, `unpacks ${how}`))
  } catch (error) {
    // Whatever is no problem yet came from the engine of the coding: the wire's failures are problems.
    if (error instanceof Problem || !isOfEngine(error)) throw error
    throw truncated(place, `its content coding is damaged or breaks off (${error.message})`, error)
  }
}

/** `Z_BUF_ERROR`, `ERR__ERROR_FORMAT_PADDING_1`, `ZSTD_error_prefix_unknown`, by the engine. */
const isOfEngine = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^(?:Z_|ERR_|ZSTD_)/.test(String(error.code))
