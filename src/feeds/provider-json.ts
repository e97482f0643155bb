import type { FeedItem } from '../indicator/raw-indicator.ts'
import type { FeedFormat, ReadOptions, Sample } from './feed-format.ts'
import { type Fields, saidParts, saidText } from './field-text.ts'
import { field, isObject, type JsonObject, recordListField, textListField } from './json/members.ts'
import { isJsonRecord } from './json/json-record.ts'
import { readJsonRecords } from './json/read-json-records.ts'
import type { CreateMapping } from './record-mapping.ts'
import { refusal } from './refusal.ts'

/** A provider's JSON, known by the names of its members. */
export interface ProviderJson extends Pick<FeedFormat, 'name' | 'title' | 'feed' | 'mode'> {
  /** Sets of member names; a text that has all of one is ours. */
  readonly members: readonly (readonly string[])[]
  /** Where the records stand, as `readJsonRecords` takes it. */
  readonly select: readonly string[]
  readonly createMapping: CreateMapping
}

/** The format of a provider's JSON: its documented dump, the answer of its API, a list of records, one record per line. */
export const providerJson = (provider: ProviderJson): FeedFormat => ({
  name: provider.name,
  title: provider.title,
  feed: provider.feed,
  mode: provider.mode,
  recognise: (sample) => isProviders(provider, sample),
  read: (text, options) => read(provider, text, options)
})

const isProviders = ({ members }: ProviderJson, { text }: Sample): boolean =>
  /^\s*[[{]/.test(text) && members.some((names) => names.every((name) => text.includes(`"${name}"`)))

async function* read(
  { select, createMapping }: ProviderJson,
  text: AsyncIterable<string>,
  options: ReadOptions
): AsyncGenerator<readonly FeedItem[]> {
  const mapping = createMapping()
  for await (const entries of readJsonRecords(text, select, options)) {
    yield entries.flatMap((entry) => {
      if (!isJsonRecord(entry)) return [entry]
      if (isObject(entry.value)) return mapping(fieldsOf(entry.value), entry.position)
      return [refusal(JSON.stringify(entry.value), entry.position, 'bad_record', 'not a JSON object')]
    })
  }
}

const fieldsOf = (record: JsonObject): Fields => ({
  text: (name) => {
    const value = field(record, name)
    return typeof value === 'string' ? saidText(value) : typeof value === 'number' ? String(value) : undefined
  },
  list: (name) => {
    return textListField(record, name).flatMap((text) => saidParts(text, ','))
  },
  records: (name) => recordListField(record, name).map(fieldsOf)
})
