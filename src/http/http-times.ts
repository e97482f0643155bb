/** How long a connection may take for what. All in milliseconds. */
export interface HttpTimes {
  /** From the first byte of a request to the end of its headers; later is answered with 408. */
  readonly headers: number
  /** Between two looks for requests that are late. */
  readonly check: number
  /** Between two requests on one connection. */
  readonly keepAlive: number
  /** Without a byte in either direction, after which a connection is cut. */
  readonly idle: number
}

/** What holds unless a caller knows better. */
export const HTTP_TIMES: HttpTimes = { headers: 20_000, check: 5_000, keepAlive: 65_000, idle: 120_000 }
