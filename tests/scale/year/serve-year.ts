import { formatInstant } from '../../../src/indicator/time.ts'
import { type Answer, cutOff, type FeedServer, redirect, status, whole } from '../../support/feed-server.ts'
import { MOMENT } from '../../support/stores.ts'
import { type Trouble, type YearFeed, type YearRow } from './year-feed.ts'

/** A day in the unit of instants. */
export const DAY = 86_400_000_000

const MIDNIGHT = MOMENT - (MOMENT % DAY)

const timeText = (day: number | undefined): string => (day === undefined ? '' : formatInstant(MIDNIGHT + day * DAY))

const csvLine = ({ value, confidence, firstSeen, lastSeen, endsOn }: YearRow): string =>
  [value, confidence, timeText(firstSeen), timeText(lastSeen), timeText(endsOn)].join(',')

const textOf = ({ request, rows }: YearFeed, day: number): string => {
  const lines =
    request.format === 'csv'
      ? ['indicator,confidence,first_seen,last_seen,valid_until', ...rows(day).map(csvLine)]
      : rows(day).map(({ value }) => value)
  return lines.map((line) => `${line}\n`).join('')
}

const failures = (text: string): readonly Answer[] => [
  status(500),
  cutOff(text.slice(0, text.length / 2), text.length),
  whole('<!doctype html><html><body>Sign in</body></html>'),
  status(429, { 'retry-after': '3600' }),
  redirect('http://169.254.169.254/latest/meta-data'),
  status(304)
]

const answerOf = (feed: YearFeed, day: number, trouble: Trouble | undefined): Answer => {
  if (trouble === 'empty') return whole('# nothing today\n')
  const text = textOf(feed, day)
  const failing = failures(text)
  return (trouble === 'fails' ? failing[day % failing.length] : undefined) ?? whole(text)
}

/** The path of a feed on the server. */
export const pathOf = ({ name }: YearFeed): string => `/${name.toLowerCase().replaceAll(' ', '-')}`

/** Lets a server answer as a feed does on a day. */
export const serveDay = (server: FeedServer, feed: YearFeed, day: number, trouble: Trouble | undefined): void =>
  server.on(pathOf(feed), answerOf(feed, day, trouble))
