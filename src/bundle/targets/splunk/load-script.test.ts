import { describe, expect, it } from 'vitest'
import { type Answering, CAN_LOAD, load, startSiem } from '../../../../tests/support/loading.ts'
import { LOAD, POSITION, writtenBundle } from '../../../../tests/support/written-bundle.ts'
import { splunk } from './splunk.ts'
import { collectionOf, TABLES } from './table.ts'

const ROWS = {
  rows: [
    { kind: 'ipv4', value: '192.0.2.1' },
    { kind: 'domain', value: 'evil.example' }
  ]
} as const
const DATA = '/servicesNS/nobody/sigmill/storage/collections/data'

const whole = await writtenBundle(splunk, ROWS)
const delta = await writtenBundle(splunk, {
  ...ROWS,
  since: POSITION - 1,
  gone: [{ kind: 'ipv4', value: '192.0.2.2' }]
})

const accepting: Answering = () => [200, '[]']

const loadInto = async (answer: Answering, files: ReadonlyMap<string, string>) => {
  const { url, sent } = await startSiem(answer)
  return { ...(await load(files, { SPLUNK: url, SPLUNK_TOKEN: 'secret' })), sent }
}

const queryOf = (query: URLSearchParams): unknown => JSON.parse(query.get('query') ?? '')

describe.runIf(CAN_LOAD)('load.sh for Splunk', () => {
  it('saves the rows of each table, and deletes what other loads left and what is out of force', async () => {
    const before = Math.floor(Date.now() / 1000)
    const { code, stdout, stderr, sent } = await loadInto(accepting, whole)
    expect([code, stdout, stderr]).toEqual([0, 'loaded rows/domain/0001.json\nloaded rows/ip/0001.json\n', ''])
    const deletions = TABLES.map((table) => `DELETE ${DATA}/${collectionOf(table)}`)
    expect(sent.map(({ request }) => request)).toEqual([
      `POST ${DATA}/sigmill_domain/batch_save`,
      `POST ${DATA}/sigmill_ip/batch_save`,
      ...deletions,
      ...deletions
    ])
    expect(new Set(sent.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer secret']))
    expect(sent[1]?.body).toBe(whole.get('rows/ip/0001.json'))
    const queries = sent.slice(2).map(({ query }) => queryOf(query))
    expect(queries.slice(0, TABLES.length)).toEqual(TABLES.map(() => ({ load: { $ne: LOAD } })))
    for (const query of queries.slice(TABLES.length)) {
      const { valid_until } = query as { valid_until: { $lt: number } }
      expect(valid_until.$lt).toBeGreaterThanOrEqual(before)
    }
  })

  it('takes away in a delta only what is out of force', async () => {
    const { code, stdout, sent } = await loadInto(accepting, delta)
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'loaded removals/ip/0001.json'])
    expect(sent.filter(({ request }) => request.startsWith('DELETE'))).toHaveLength(TABLES.length)
  })

  it('sends no file of an older bundle in the same folder', async () => {
    const { sent } = await loadInto(accepting, new Map([...whole, ['rows/ip/0002.json', '[]']]))
    expect(sent.filter(({ request }) => request.startsWith('POST'))).toHaveLength(2)
  })

  it('stops at a file that is missing, before it deletes anything', async () => {
    const { code, stderr, sent } = await loadInto(
      accepting,
      new Map([...whole].filter(([path]) => path !== 'rows/ip/0001.json'))
    )
    expect(code).toBe(1)
    expect(stderr).toContain('rows/ip/0001.json is missing')
    expect(sent.map(({ request }) => request)).toEqual([`POST ${DATA}/sigmill_domain/batch_save`])
  })

  it('stops at a request that is refused, before it deletes anything', async () => {
    const { code, stderr, sent } = await loadInto(() => [401, ''], whole)
    expect(code).not.toBe(0)
    expect(stderr).toContain('401')
    expect(sent).toHaveLength(1)
  })

  it('says what is not set', async () => {
    const { code, stderr } = await load(whole, {})
    expect(code).not.toBe(0)
    expect(stderr).toContain('SPLUNK')
  })
})
