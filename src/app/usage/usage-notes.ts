import { type Day, dayOfInstant, INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'
import { USAGE_MEASURES, type UsageCount, type UsageMeasure } from '../../store/counter-store.ts'
import { latencyBucket } from './latency.ts'

/** A request of a key whose answer is over. */
export interface AnsweredRequest {
  readonly keyId: string
  /** When it began. */
  readonly at: Instant
  /** The template of its path: `/api/v1/pipelines/{name}`. */
  readonly path: string
  readonly status: number
  /** How long it took. */
  readonly micros: number
  /** Whether it was refused because the key had used up its requests. */
  readonly isLimited: boolean
}

/** The most that a key had let in within a rolling minute and a rolling day. */
export interface KeyPeak {
  readonly keyId: string
  readonly at: Instant
  readonly minute: number
  readonly day: number
}

const hourOf = (at: Instant): string =>
  `${new Date(at / (INSTANTS_PER_SECOND / 1_000)).toISOString().slice(0, 13)}:00:00Z`

/** The figures of one key and day, by measure and item. */
type DayFigures = Map<UsageMeasure, Map<string, number>>

const add = (figures: DayFigures, measure: UsageMeasure, item: string, count: number): void => {
  const items = figures.get(measure) ?? new Map<string, number>()
  figures.set(measure, items)
  const before = items.get(item) ?? 0
  items.set(item, USAGE_MEASURES[measure] === 'max' ? Math.max(before, count) : before + count)
}

/** Gathers what is to be kept of the use of keys, until it is written. */
export class UsageNotes {
  #keys = new Map<string, Map<Day, DayFigures>>()

  answered({ keyId, at, path, status, micros, isLimited }: AnsweredRequest): void {
    const figures = this.#figuresOf(keyId, dayOfInstant(at))
    add(figures, 'status', String(status), 1)
    add(figures, 'path', path, 1)
    add(figures, 'latency', String(latencyBucket(micros)), 1)
    add(figures, 'micros', '', micros)
    if (isLimited) add(figures, 'limited', hourOf(at), 1)
  }

  peak({ keyId, at, minute, day }: KeyPeak): void {
    const figures = this.#figuresOf(keyId, dayOfInstant(at))
    add(figures, 'peak_minute', '', minute)
    add(figures, 'peak_day', '', day)
  }

  /** Everything that was noted since it was last taken. */
  take(): readonly UsageCount[] {
    const counts: UsageCount[] = []
    for (const [keyId, days] of this.#keys)
      for (const [day, figures] of days)
        for (const [measure, items] of figures)
          for (const [item, count] of items) counts.push({ keyId, day, measure, item, count })
    this.#keys = new Map()
    return counts
  }

  /** Puts back what could not be written. */
  putBack(counts: readonly UsageCount[]): void {
    for (const { keyId, day, measure, item, count } of counts) {
      add(this.#figuresOf(keyId, day), measure, item, count)
    }
  }

  #figuresOf(keyId: string, day: Day): DayFigures {
    const days = this.#keys.get(keyId) ?? new Map<Day, DayFigures>()
    this.#keys.set(keyId, days)
    const figures = days.get(day) ?? new Map<UsageMeasure, Map<string, number>>()
    days.set(day, figures)
    return figures
  }
}
