import { dayOfInstant, INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'
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

/** Gathers what is to be kept of the use of keys, until it is written. */
export class UsageNotes {
  #counts = new Map<string, UsageCount>()

  answered({ keyId, at, path, status, micros, isLimited }: AnsweredRequest): void {
    const day = dayOfInstant(at)
    const add = (measure: UsageMeasure, item: string, count: number): void =>
      this.#add({ keyId, day, measure, item, count })
    add('status', String(status), 1)
    add('path', path, 1)
    add('latency', String(latencyBucket(micros)), 1)
    add('micros', '', micros)
    if (isLimited) add('limited', hourOf(at), 1)
  }

  peak({ keyId, at, minute, day }: KeyPeak): void {
    const today = dayOfInstant(at)
    this.#add({ keyId, day: today, measure: 'peak_minute', item: '', count: minute })
    this.#add({ keyId, day: today, measure: 'peak_day', item: '', count: day })
  }

  /** Everything that was noted since it was last taken. */
  take(): readonly UsageCount[] {
    const counts = [...this.#counts.values()]
    this.#counts = new Map()
    return counts
  }

  /** Puts back what could not be written. */
  putBack(counts: readonly UsageCount[]): void {
    for (const count of counts) this.#add(count)
  }

  #add(added: UsageCount): void {
    const { keyId, day, measure, item } = added
    const place = `${keyId} ${day} ${measure} ${item}`
    const before = this.#counts.get(place)?.count ?? 0
    const count = USAGE_MEASURES[measure] === 'max' ? Math.max(before, added.count) : before + added.count
    this.#counts.set(place, { ...added, count })
  }
}
