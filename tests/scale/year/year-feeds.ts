import { CONFIDENCES } from '../../../src/indicator/confidence.ts'
import { dice } from './dice.ts'
import { editionOf, type YearFeed, type YearRow } from './year-feed.ts'

/** Numbers below `count` that come and go: each is listed in about two of three stretches of so many days. */
const comingAndGoing = (count: number, stretch: number, day: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index).filter(
    (index) => dice(stretch, index, Math.floor((editionOf(day) + index) / stretch)) % 3 > 0
  )

const daily: YearFeed = {
  name: 'Daily list',
  request: { mode: 'list', confidence: 'high' },
  rows: (day) => comingAndGoing(60, 23, day).map((index) => ({ kind: 'domain', value: `d${index}.daily.example` })),
  troubles: [{ trouble: 'empty', from: 58, to: 58 }]
}

const VALUES_PER_EDITION = 3
const EDITIONS_SHOWN = 5

/** The last editions of a stream of URLs, of which some come again after months. */
const stream: YearFeed = {
  name: 'Stream',
  request: { mode: 'window', lifetime: '14d' },
  rows: (day) => {
    const latest = editionOf(day + 7)
    const editions = new Set(Array.from({ length: EDITIONS_SHOWN }, (_, ago) => editionOf(latest - ago)))
    return [...editions].flatMap((edition) =>
      Array.from({ length: VALUES_PER_EDITION }, (_, place): YearRow => {
        const number = (edition * VALUES_PER_EDITION + place) % 300
        return { kind: 'url', value: `d${number % 9}.stream.example/p${number}` }
      })
    )
  },
  troubles: [{ trouble: 'fails', from: 100, to: 113 }]
}

const DATED_PER_WEEK = 6

/** Says itself what it saw when, and of some how long it counts; it may change its mind about confidence. */
const dated: YearFeed = {
  name: 'Dated table',
  request: { mode: 'window', lifetime: '17d', format: 'csv' },
  rows: (day) => {
    const week = Math.floor((day + 6) / 7)
    return [week, week - 1, week - 2].flatMap((issued) =>
      Array.from({ length: DATED_PER_WEEK }, (_, place): YearRow => {
        const monday = issued * 7 - 6
        return {
          kind: 'ipv4',
          value: `198.51.100.${1 + (((issued + 60) * DATED_PER_WEEK + place) % 250)}`,
          confidence: CONFIDENCES[dice(issued, place, week) % 3] ?? 'low',
          firstSeen: monday - 3,
          lastSeen: monday - 1,
          ...(place % 2 === 0 ? { endsOn: monday + 11 } : {})
        }
      })
    )
  },
  troubles: []
}

const sizeOn = (day: number): number => {
  if (day < 130) return 36
  return day < 200 ? 12 : 60
}

/** Shares some of its values with the daily list. */
const jumpy: YearFeed = {
  name: 'Jumpy list',
  request: { mode: 'list', confidence: 'low' },
  rows: (day) =>
    comingAndGoing(sizeOn(day), 37, day).map((index) => ({
      kind: 'domain',
      value: `d${index}.${index % 4 === 0 ? 'daily' : 'jumpy'}.example`
    })),
  troubles: [
    { trouble: 'fails', from: 30, to: 43 },
    { trouble: 'shrunk', from: 130, to: 132 },
    { trouble: 'grown', from: 200, to: 202 },
    { trouble: 'frozen', from: 240, to: 270 },
    { trouble: 'removed', from: 310, to: Number.POSITIVE_INFINITY }
  ]
}

/** Everything that is fetched in the year. */
export const YEAR_FEEDS: readonly YearFeed[] = [daily, stream, dated, jumpy]
