import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import type { FeedHeader, FeedRecord } from '../../store/feed-store.ts'

/** A header as it is sent. */
interface SentHeader {
  readonly name: string
  readonly value: string
}

const valueOf = (
  feed: string,
  header: FeedHeader,
  environment: Readonly<Record<string, string | undefined>>
): string => {
  if ('literal' in header) return header.literal
  const value = environment[header.variable]
  if (value !== undefined && value !== '') return value
  throw new Problem(
    'fetch_variable',
    `The header ${printable(header.name)} of the feed ${printable(feed)} comes from the environment variable ${header.variable}, which is not set. Set it where sigmill runs.`
  )
}

/** The headers of a feed, with what the environment holds. Throws `fetch_variable` where it holds nothing. */
export const headersOf = (
  { name, headers }: FeedRecord,
  environment: Readonly<Record<string, string | undefined>>
): readonly SentHeader[] => headers.map((header) => ({ name: header.name, value: valueOf(name, header, environment) }))
