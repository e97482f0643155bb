import type { Kind } from '../../../src/indicator/kind.ts'
import { type Trouble, type YearFeed, type YearRow } from './year-feed.ts'

interface Held {
  readonly kind: Kind
  readonly lastSeen: number
  readonly endsOn: number
}

/** What one feed is expected to stand for. */
interface Standing {
  readonly feed: YearFeed
  held: Map<string, Held>
  /** The days on which it was read well. */
  readonly readDays: number[]
}

/** Which values are to be rules, told from what the feeds say alone. */
export interface ExpectedValues {
  /** A feed's run of a day, with what is the matter with it. */
  run(feed: YearFeed, day: number, trouble: Trouble | undefined): void
  age(day: number): void
  /** Somebody takes a value out, whoever says it. */
  remove(value: string): void
  values(): ReadonlyMap<string, Kind>
}

const DAYS = /^([0-9]+)d$/

const lifetimeOf = ({ request }: YearFeed): number => Number(DAYS.exec(request.lifetime ?? '')?.[1] ?? 365)

const heldOf = ({ kind, lastSeen, endsOn }: YearRow, day: number): Held => ({
  kind,
  lastSeen: lastSeen ?? day,
  endsOn: endsOn ?? Number.POSITIVE_INFINITY
})

/** Sources age by the days on which they were read well, the day of the moment included. */
const isOver = ({ lastSeen, endsOn }: Held, { feed, readDays }: Standing, day: number): boolean => {
  const days = [...new Set([...readDays, day])]
  const bound = days.at(-1 - lifetimeOf(feed)) ?? Number.NEGATIVE_INFINITY
  return endsOn <= day || lastSeen < bound
}

/** Expects nothing yet. */
export const createExpectedValues = (feeds: readonly YearFeed[]): ExpectedValues => {
  const standings = feeds.map((feed): Standing => ({ feed, held: new Map(), readDays: [] }))

  const take = (standing: Standing, day: number, trouble: Trouble | undefined): void => {
    const { feed, held, readDays } = standing
    const rows = feed.rows(day).map((row) => [row.value, heldOf(row, day)] as const)
    const isReplaced = feed.request.mode === 'list' && trouble === undefined
    standing.held = new Map([...(isReplaced ? [] : held), ...rows])
    if (trouble === undefined) readDays.push(day)
  }

  return {
    run(feed, day, trouble) {
      const standing = standings.find((candidate) => candidate.feed === feed)
      if (standing === undefined) throw new RangeError(`nobody knows ${feed.name}`)
      switch (trouble) {
        case 'removed':
          standing.held.clear()
          break
        case undefined:
        case 'shrunk':
          take(standing, day, trouble)
          break
        case 'fails':
        case 'empty':
        case 'grown':
        case 'frozen':
      }
    },
    age(day) {
      for (const standing of standings) {
        for (const [value, held] of standing.held) if (isOver(held, standing, day)) standing.held.delete(value)
      }
    },
    remove(value) {
      for (const { held } of standings) held.delete(value)
    },
    values: () => new Map(standings.flatMap(({ held }) => [...held].map(([value, { kind }]) => [value, kind] as const)))
  }
}
