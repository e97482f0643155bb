import { UNPACK_LIMITS, type UnpackLimits } from '../unpack-limits.ts'

/** How much of a server's answer is taken, and how long it is waited for. */
export interface FetchLimits {
  /** Bytes of a body as they come over the wire. */
  readonly bytes: number
  /** Bytes of a body after its content coding and its archive are undone. */
  readonly unpackedBytes: number
  /** Unpacked bytes per packed byte, counted from the first 64 MiB on. */
  readonly ratio: number
  /** Bytes of all headers of one answer. */
  readonly headerBytes: number
  /** Seconds from the look-up of a host's name to the last of its headers, for each redirect anew. */
  readonly headersSeconds: number
  /** Seconds without a byte of the body. */
  readonly idleSeconds: number
  /** Seconds of waiting for the servers in all; what the reader of the body takes for itself is not counted. */
  readonly totalSeconds: number
}

/** The largest public feeds are 500 MB of text, and slow servers need minutes for them. */
export const FETCH_LIMITS: FetchLimits = {
  bytes: 2 ** 30,
  unpackedBytes: 4 * 2 ** 30,
  ratio: 1_000,
  headerBytes: 16_384,
  headersSeconds: 30,
  idleSeconds: 60,
  totalSeconds: 900
}

/** Redirects that are followed for one URL. */
export const MOST_REDIRECTS = 5

/** How far an answer may grow, in the terms of what unpacks archives. */
export const unpackLimits = ({ unpackedBytes, ratio }: FetchLimits): UnpackLimits => ({
  ...UNPACK_LIMITS,
  bytes: unpackedBytes,
  ratio
})
