/** What the load generator is to do. */
export interface LoadPlan {
  /** Without a slash at its end. */
  readonly origin: string
  readonly lanes: readonly Lane[]
  /** How long is asked before anything counts. */
  readonly warmUpSeconds: number
  /** How long is measured; without it, until it is told to stop. */
  readonly seconds?: number
  /** A process whose cost over that time is wanted. */
  readonly watch: number
}

/** Connections that ask alike, each again as soon as it is answered. */
export interface Lane {
  readonly name: string
  readonly connections: number
  /**
   * Path and query. `{since}` in it stands for the `X-Next-Since` of the answer before, as a poller asks; it begins with
   * `since`. `{number}` stands for two digits that each connection has to itself.
   */
  readonly target: string
  readonly since?: string
  readonly headers: Readonly<Record<string, string>>
}

/** What one lane saw. */
export interface LaneResult {
  readonly name: string
  /** That came while it was measured. */
  readonly answers: number
  /** Answers of 400 or more, and connections that broke. */
  readonly errors: number
  /** How many of them there were, by their status, or `broken`. */
  readonly errorsBy: Readonly<Record<string, number>>
  /** Milliseconds, of whatever was asked while it was measured, however late it was answered; NaN of nothing. */
  readonly p50: number
  readonly p99: number
  readonly longest: number
}

/** What the load generator saw. */
export interface LoadResult {
  readonly seconds: number
  readonly bytes: number
  readonly lanes: readonly LaneResult[]
  /** Of the processor, by the process that was watched. */
  readonly watchedSeconds: number
  /** Share of one core that the generator itself used: near 1, it is what was measured. */
  readonly ownShare: number
}
