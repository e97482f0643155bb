import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, Proof, Stage } from '../bench.ts'
import { formatCount } from '../format-count.ts'
import { DELIBERATE_WARNINGS } from '../taxii/deliberate-warnings.ts'
import { type Read, readCollection } from '../taxii/read-collection.ts'
import { startTaxiiServer, type TaxiiServer } from '../taxii/taxii-server.ts'

/** Feeds of many types and rich contexts. */
const FEEDS = ['abusech', 'kev', 'misp', 'openioc', 'otx', 'stix']

/** Values of golden indicators, and their STIX ids. */
const REMOVED = new Map([
  ['203.0.113.42', 'indicator--774b7f91-285c-5690-a91e-baaac45d53ff'],
  ['evil.example.com', 'indicator--4dfdf881-cdd5-5091-bd1a-9b54b7fe8ae5'],
  ['http://evil.example.com/a/b', 'indicator--a57f2dfe-5658-5985-8463-fc3c893662d5']
])

const MOST_DIFFERENCES = 20

const complaintsOf = ({ errors, warnings }: Read): readonly string[] => [
  ...errors.slice(0, MOST_DIFFERENCES),
  ...Object.keys(warnings)
    .filter((code) => !Object.hasOwn(DELIBERATE_WARNINGS, code))
    .map((code) => `the validator warns of ${code}, which is not declared`)
]

const wholeStore = (read: Read): Proof => ({
  subject: 'TAXII: the whole store in pages',
  of: `${formatCount(read.ids.length)} objects in ${formatCount(read.pages)} pages`,
  differences: [
    ...complaintsOf(read),
    ...(new Set(read.ids).size === read.ids.length ? [] : ['an object came twice']),
    ...(read.ended.length === 0 ? [] : ['something that lives has an end']),
    ...[...REMOVED.values()].filter((id) => !read.ids.includes(id)).map((id) => `${id} is not in the store`)
  ]
})

const removals = (server: TaxiiServer, last: string | null): Proof => {
  server.remove([...REMOVED.keys()])
  const read = readCollection(server, { page: 2, ...(last === null ? {} : { added_after: last }) })
  const expected = [...REMOVED.values()]
  return {
    subject: 'TAXII: removals since',
    of: `${read.ended.length} objects in ${read.pages} pages`,
    differences: [
      ...complaintsOf(read),
      ...(read.ids.join() === expected.join() ? [] : [`came: ${read.ids.join(', ')}`]),
      ...(read.ended.join() === expected.join() ? [] : [`ended: ${read.ended.join(', ')}`])
    ]
  }
}

/** A real client reads the whole store in pages and sees what is removed; real validators read every object. */
export const readTaxii: Stage = async ({ data }: Pick<Bench, 'data'>) => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-taxii-'))
  try {
    const feeds = FEEDS.map((name) => join(data, 'feeds', name))
    const server = await startTaxiiServer(folder, feeds)
    try {
      const read = readCollection(server, { page: 100 })
      return [wholeStore(read), removals(server, read.last)]
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
