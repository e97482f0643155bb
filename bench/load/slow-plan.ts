/** What readers are to do who take their time. */
export interface SlowPlan {
  /** Without a slash at its end. */
  readonly origin: string
  /** One for each reader: path, query and key. */
  readonly requests: readonly SlowRequest[]
  /** A file with an answer that every other one is the beginning of, up to the end of a document. */
  readonly reference: string
  /** How much each takes in a second, until they are told to take the rest at once. */
  readonly bytesPerSecond: number
}

/** What one of them asks for. */
export interface SlowRequest {
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
}

/** What they saw. */
export interface SlowResult {
  /** Answers that came to their end, every byte as it is to be. */
  readonly whole: number
  /** Refused with 429 and told when to try again. */
  readonly refused: number
  /** Everything else, as sentences. */
  readonly faults: readonly string[]
}
