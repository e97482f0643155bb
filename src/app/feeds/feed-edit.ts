import { printable } from '../../problem/printable.ts'
import type { FeedRecord } from '../../store/feed-store.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import { readFeedRequest, type FeedReading, type FeedRequest } from './feed-request.ts'

/** What may be said anew of a feed: everything but its name, under which its indicators are known. */
export type FeedPart = Exclude<keyof FeedRequest, 'name'>

/** What is said anew; `null` takes back what was said, and what is left out stays. */
export type FeedEdit = { readonly [Part in FeedPart]?: FeedRequest[Part] | null }

/** Where a record keeps each part. */
const FIELD_OF = {
  url: 'url',
  format: 'format',
  every: 'schedule',
  cron: 'schedule',
  mode: 'mode',
  confidence: 'confidence',
  industries: 'industries',
  role: 'role',
  tlp: 'tlp',
  threatTypes: 'threatTypes',
  lifetime: 'lifetimeDays',
  licence: 'licence',
  headers: 'headers',
  allowNetworks: 'allowNetworks'
} as const satisfies Readonly<Record<FeedPart, keyof FeedRecord>>

/** The parts of a feed that can be said anew. */
export const FEED_PARTS = Object.keys(FIELD_OF) as readonly FeedPart[]

/** What an edit says something of, or takes back. */
export const editedParts = (edit: FeedEdit): readonly FeedPart[] =>
  FEED_PARTS.filter((part) => edit[part] !== undefined)

/** Parts that are refused or understood by what another one says, so that they are read with what was said before. */
const withEarlier = ({ name, url, format, mode }: FeedRecord, edit: FeedEdit): FeedRequest => ({
  ...Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== null)),
  name,
  url: edit.url ?? url,
  format: edit.format === null ? undefined : (edit.format ?? format),
  mode: edit.mode === null ? undefined : (edit.mode ?? mode)
})

const leadsElsewhere = (before: FeedRecord, after: FeedRecord): boolean =>
  new URL(before.url).origin !== new URL(after.url).origin

/** Secrets and private networks were given for one server; whoever may edit a feed is not to send them to another. */
const requireOwnServer = (
  before: FeedRecord,
  after: FeedRecord,
  edit: FeedEdit,
  { nameOf, isRemote }: FeedReading
): void => {
  if (!leadsElsewhere(before, after)) return
  const refuse = (reason: string): Error => invalidParameter(nameOf('url'), undefined, { reason })
  if (before.headers.length > 0 && edit.headers === undefined) {
    const names = before.headers.map(({ name }) => printable(name)).join(', ')
    throw refuse(
      `it leads to another server than the headers ${names} were given for; give ${nameOf('headers')} with it`
    )
  }
  if (isRemote && before.allowNetworks.length > 0) {
    throw refuse(
      'the feed may reach private networks, so its server is changed on the machine itself: sigmill feeds edit'
    )
  }
}

/** A feed with what is said of it anew. Throws `invalid_parameter` like {@link readFeedRequest}. */
export const readFeedEdit = (record: FeedRecord, edit: FeedEdit, reading: FeedReading): FeedRecord => {
  if (edit.url === null) {
    throw invalidParameter(reading.nameOf('url'), undefined, { reason: 'a feed needs it, so it cannot be taken back' })
  }
  const read = readFeedRequest(withEarlier(record, edit), reading)
  const fields = editedParts(edit).map((part) => FIELD_OF[part])
  const after: FeedRecord = { ...record, ...Object.fromEntries(fields.map((field) => [field, read[field]])) }
  requireOwnServer(record, after, edit, reading)
  return after
}
