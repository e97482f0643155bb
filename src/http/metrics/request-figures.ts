/** Seconds up to which requests are told apart: from a poll that brings nothing new to an export over a slow line. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

/** A request whose answer is over. */
export interface MeasuredRequest {
  /** `GET /api/v1/pipelines/{name}`; empty where no operation takes it. */
  readonly operation: string
  readonly status: number
  readonly seconds: number
}

/** What is known of the requests of one operation. */
interface Figures {
  readonly statuses: Map<number, number>
  /** Requests of each stretch between two bounds, and of what lies beyond the last. */
  readonly stretches: number[]
  seconds: number
}

const emptyFigures = (): Figures => ({
  statuses: new Map(),
  stretches: Array.from({ length: BOUNDS.length + 1 }, () => 0),
  seconds: 0
})

const stretchOf = (seconds: number): number => {
  const at = BOUNDS.findIndex((bound) => seconds <= bound)
  return at < 0 ? BOUNDS.length : at
}

const family = (name: string, type: string, help: string, samples: readonly string[]): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => `${name}${sample}`), ''].join('\n')

const durationsOf = (operation: string, { stretches, seconds }: Figures): readonly string[] => {
  let count = 0
  const buckets = [...BOUNDS, '+Inf'].map((bound, index) => {
    count += stretches[index] ?? 0
    return `_bucket{le="${bound}",operation="${operation}"} ${count}`
  })
  return [...buckets, `_sum{operation="${operation}"} ${seconds}`, `_count{operation="${operation}"} ${count}`]
}

/**
 * Counts requests and how long they took, for a few additions each: with labels that are joined and looked up anew every
 * time, it would cost as much as judging a key.
 */
export class RequestFigures {
  readonly #operations = new Map<string, Figures>()

  answered({ operation, status, seconds }: MeasuredRequest): void {
    const figures = this.#operations.get(operation) ?? emptyFigures()
    this.#operations.set(operation, figures)
    figures.statuses.set(status, (figures.statuses.get(status) ?? 0) + 1)
    const stretch = stretchOf(seconds)
    figures.stretches[stretch] = (figures.stretches[stretch] ?? 0) + 1
    figures.seconds += seconds
  }

  /** In the text format of Prometheus. */
  text(): string {
    const all = [...this.#operations]
    return [
      family(
        'sigmill_http_requests_total',
        'counter',
        'Requests that were answered.',
        all.flatMap(([operation, { statuses }]) =>
          [...statuses].map(([status, count]) => `{operation="${operation}",status="${status}"} ${count}`)
        )
      ),
      family(
        'sigmill_http_request_duration_seconds',
        'histogram',
        'Seconds from the first look at a request to the end of its answer.',
        all.flatMap(([operation, figures]) => durationsOf(operation, figures))
      )
    ].join('\n')
  }
}
