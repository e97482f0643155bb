/** How long a connection may take for what. All in milliseconds. */
export interface HttpTimes {
  /** From the opening of a connection, or the first byte of a later request, to the end of its headers; later is 408. */
  readonly headers: number
  /** Between two looks for requests that are late. */
  readonly check: number
  /** Between two requests on one connection. */
  readonly keepAlive: number
  /** Without a byte in either direction, after which a connection is cut. */
  readonly idle: number
  /** That an answer which is ready waits for its client to take {@link PORTION} bytes of it, after which it is cut off. */
  readonly portion: number
}

/** Bytes of an answer, before they are coded. */
export const PORTION = 262_144

/** What holds unless a caller knows better. */
export const HTTP_TIMES: HttpTimes = {
  headers: 20_000,
  check: 5_000,
  keepAlive: 65_000,
  idle: 120_000,
  portion: 120_000
}
