import { describe, expect, it } from 'vitest'
import { type Answering, CAN_LOAD, load, startSiem } from '../../../../tests/support/loading.ts'
import { LOAD, POSITION, writtenBundle } from '../../../../tests/support/written-bundle.ts'
import { elastic } from './elastic.ts'

const ROWS = { rows: [{ kind: 'ipv4', value: '192.0.2.1' }] } as const
const INDEX = 'threat-indicators-sigmill'

const whole = await writtenBundle(elastic, ROWS)
const delta = await writtenBundle(elastic, { ...ROWS, since: POSITION - 1 })

const accepting: Answering = ({ request }) => [200, request === 'POST /_bulk' ? '{"errors":false}' : '{}']

const loadInto = async (answer: Answering, files: ReadonlyMap<string, string>) => {
  const { url, sent } = await startSiem(answer)
  return { ...(await load(files, { ELASTICSEARCH: url, ELASTIC_API_KEY: 'secret' })), sent }
}

describe.runIf(CAN_LOAD)('load.sh for Elastic', () => {
  it('puts the template, sends the documents, and deletes what other loads left and what is out of force', async () => {
    const { code, stdout, stderr, sent } = await loadInto(accepting, whole)
    expect([code, stdout, stderr]).toEqual([0, 'loaded indicators/0001.ndjson\n', ''])
    expect(sent.map(({ request }) => request)).toEqual([
      `PUT /_index_template/${INDEX}`,
      'POST /_bulk',
      `POST /${INDEX}/_refresh`,
      `POST /${INDEX}/_delete_by_query`,
      `POST /${INDEX}/_delete_by_query`
    ])
    expect(new Set(sent.map(({ authorization }) => authorization))).toEqual(new Set(['ApiKey secret']))
    expect(sent[1]?.body).toBe(whole.get('indicators/0001.ndjson'))
    expect(JSON.parse(sent[3]?.body ?? '')).toEqual({
      query: { bool: { must_not: { term: { 'sigmill.bundle': LOAD } } } }
    })
    expect(JSON.parse(sent[4]?.body ?? '')).toEqual({ query: { range: { 'sigmill.valid_until': { lt: 'now' } } } })
  })

  it('takes away in a delta only what is out of force', async () => {
    const { code, sent } = await loadInto(accepting, delta)
    expect(code).toBe(0)
    expect(sent.filter(({ request }) => request.endsWith('_delete_by_query'))).toHaveLength(1)
  })

  it('sends no file of an older bundle in the same folder', async () => {
    const { sent } = await loadInto(accepting, new Map([...whole, ['indicators/0002.ndjson', 'old']]))
    expect(sent.filter(({ request }) => request === 'POST /_bulk')).toHaveLength(1)
  })

  it('stops at a file that is missing, before it deletes anything', async () => {
    const { code, stderr, sent } = await loadInto(
      accepting,
      new Map([...whole].filter(([path]) => !path.startsWith('indicators/')))
    )
    expect(code).toBe(1)
    expect(stderr).toContain('indicators/0001.ndjson is missing')
    expect(sent.map(({ request }) => request)).toEqual([`PUT /_index_template/${INDEX}`])
  })

  it('stops at a document that is refused, and prints the answer', async () => {
    const refusal = '{"errors":true,"items":[{"index":{"error":{"type":"mapper_parsing_exception"}}}]}'
    const { code, stderr, sent } = await loadInto(
      (sent) => (sent.request === 'POST /_bulk' ? [200, refusal] : [200, '{}']),
      whole
    )
    expect([code, stderr]).toEqual([1, `indicators/0001.ndjson: ${refusal}\n`])
    expect(sent).toHaveLength(2)
  })

  it('stops at a request that is refused', async () => {
    const { code, stderr, sent } = await loadInto(
      (sent) => (sent.request === 'POST /_bulk' ? [401, '{}'] : [200, '{}']),
      whole
    )
    expect(code).not.toBe(0)
    expect(stderr).toContain('401')
    expect(sent).toHaveLength(2)
  })

  it('says what is not set', async () => {
    const { code, stderr } = await load(whole, {})
    expect(code).not.toBe(0)
    expect(stderr).toContain('ELASTICSEARCH')
  })
})
