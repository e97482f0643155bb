import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import type { FeedFormat, ReadOptions } from '../../feed-format.ts'
import { isJsonRecord } from '../../json/json-record.ts'
import { isObject } from '../../json/members.ts'
import { readJsonRecords } from '../../json/read-json-records.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import { readIndicator } from './read-indicator.ts'

/** Sets of members that stand near the beginning of every answer, or of every line. */
const MEMBERS = [
  ['feed_version', 'generated_at'],
  ['value', 'confidence', 'mitre_techniques', 'sources']
]

/** What `GET /api/v1/iocs` answers, and the same with one indicator per line: docs/api.md. */
export const sigmillJson: FeedFormat = {
  name: 'sigmill-json',
  title: 'sigmill indicators, JSON',
  feed: undefined,
  mode: 'list',
  recognise: ({ text }) =>
    /^\s*[[{]/.test(text) && MEMBERS.some((names) => names.every((name) => text.includes(`"${name}"`))),
  read: (text, options) => read(text, options)
}

async function* read(text: AsyncIterable<string>, options: ReadOptions): AsyncGenerator<readonly FeedItem[]> {
  const share = createShareContext()
  for await (const entries of readJsonRecords(text, ['/data/[]', '/[]'], options)) {
    yield entries.flatMap((entry) => {
      if (!isJsonRecord(entry)) return [entry]
      if (isObject(entry.value)) return readIndicator(entry.value, entry.position, options.now, share)
      return [refusal(JSON.stringify(entry.value), entry.position, 'bad_record', 'not a JSON object')]
    })
  }
}
