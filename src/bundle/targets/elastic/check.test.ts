import { describe, expect, it } from 'vitest'
import { EVERY_KIND, findingsIn, writtenBundle } from '../../../../tests/support/written-bundle.ts'
import { elastic } from './elastic.ts'

const REQUEST = 'indicators/0001.ndjson'
const INDEX = 'threat-indicators-sigmill'
const AGAIN = 'Build the bundle again.'

const sound = await writtenBundle(elastic, { rows: EVERY_KIND })

const textOf = (path: string): string => sound.get(path) ?? ''

/** What is found when a text of a file is replaced by another one. */
const foundWith = (path: string, text: string, by: string) => {
  expect(textOf(path)).toContain(text)
  return findingsIn(elastic, new Map([...sound, [path, textOf(path).replace(text, by)]]))
}

describe('the check of a bundle for Elastic', () => {
  it('finds nothing in a bundle as it was written', async () => {
    expect(await findingsIn(elastic, sound)).toEqual([])
  })

  it.each([
    ['another value', '"name":"192.0.2.1"', '"name":"192.0.2.9"', 'Its _id is not the id of its value'],
    ['no type', '"type":"ipv4",', '', 'Its _id is not the id of its value'],
    ['no time', '"@timestamp"', '"@time"', 'It has no @timestamp'],
    ['a time that is none', '"@timestamp":"2', '"@timestamp":"x2', 'The field @timestamp does not hold what it is for'],
    [
      'a time that is no text',
      '"valid_until":"2026-07-16T00:00:00Z"',
      '"valid_until":1',
      'The field sigmill.valid_until does not hold what it is for'
    ],
    [
      'an address that is none',
      '"ip":"192.0.2.1"',
      '"ip":"192.0.2"',
      'The field threat.indicator.ip does not hold what it is for'
    ],
    [
      'an address that is no text',
      '"ip":"192.0.2.1"',
      '"ip":1',
      'The field threat.indicator.ip does not hold what it is for'
    ],
    [
      'one value where ECS has a list',
      '"category":["threat"]',
      '"category":"threat"',
      'The field event.category does not hold what it is for'
    ],
    [
      'another value than ECS expects',
      '"category":["threat"]',
      '"category":["x"]',
      'The field event.category does not hold what it is for'
    ],
    ['a list of other things', '"id":["', '"id":[1,"', 'The field threat.indicator.id does not hold what it is for'],
    [
      'a number for a text',
      '"confidence":"High"',
      '"confidence":3',
      'The field threat.indicator.confidence does not hold what it is for'
    ],
    ['an unknown level', '"level":"high"', '"level":"x"', 'The field sigmill.level does not hold what it is for'],
    [
      'a field that ECS does not have',
      '"kind":"enrichment"',
      '"kind":"enrichment","x":1',
      'The Elastic Common Schema has no field event.x here'
    ]
  ])('finds %s, and in which line', async (_, text, by, reason) => {
    expect(await foundWith(REQUEST, text, by)).toEqual([{ path: REQUEST, line: 2, problem: `${reason}. ${AGAIN}` }])
  })

  it('finds a port that is no number', async () => {
    const url = await writtenBundle(elastic, { rows: [{ kind: 'url', value: 'evil.example.com:8080/a' }] })
    expect(await findingsIn(elastic, url)).toEqual([])
    const text = (url.get(REQUEST) ?? '').replace('"port":8080', '"port":"8080"')
    expect(await findingsIn(elastic, new Map([...url, [REQUEST, text]]))).toEqual([
      { path: REQUEST, line: 2, problem: `The field threat.indicator.url.port does not hold what it is for. ${AGAIN}` }
    ])
  })

  it.each([
    ['another index', `{"index":{"_index":"${INDEX}"`, '{"index":{"_index":"x"'],
    ['another action', '{"index":{', '{"update":{'],
    ['two actions', '{"index":{', '{"delete":{},"index":{'],
    ['no JSON', '{"index":{', '{"index":']
  ])('finds %s', async (_, text, by) => {
    const [first] = await foundWith(REQUEST, text, by)
    expect(first).toEqual({ path: REQUEST, line: 1, problem: `It is no action on ${INDEX}. ${AGAIN}` })
  })

  it('finds an id that stands twice, a document that is none, and one that is missing', async () => {
    const [action = '', document = ''] = textOf(REQUEST).split('\n')
    const found = (text: string) => findingsIn(elastic, new Map([...sound, [REQUEST, text]]))
    const once = `${action}\n${document}\n`
    expect(await found(once + once)).toEqual([
      { path: REQUEST, line: 3, problem: `An action before has the same _id. ${AGAIN}` }
    ])
    expect(await found(`${action}\n[]\n`)).toEqual([{ path: REQUEST, line: 2, problem: `It is no object. ${AGAIN}` }])
    expect(await found(`${action}\n`)).toEqual([
      { path: REQUEST, line: undefined, problem: `The last action has no document. ${AGAIN}` }
    ])
  })

  it('finds a request that is too large', async () => {
    const large = textOf(REQUEST).replace('"name":"SOC Defenders"', `"name":"${'é'.repeat(5_000_000)}"`)
    expect(await findingsIn(elastic, new Map([...sound, [REQUEST, large]]))).toEqual([
      { path: REQUEST, line: undefined, problem: `It is larger than 10000000 bytes. ${AGAIN}` }
    ])
  })

  it.each([
    ['detection-rules.ndjson', '"1h"'],
    ['index-template.json', '"keyword"']
  ])('finds that %s is missing or of another version', async (path, text) => {
    const without = new Map(sound)
    without.delete(path)
    expect(await findingsIn(elastic, without)).toEqual([
      { path, line: undefined, problem: `The file is missing. ${AGAIN}` }
    ])
    expect(await foundWith(path, text, '"x"')).toEqual([
      { path, line: undefined, problem: `The text is not the one that this version of sigmill writes. ${AGAIN}` }
    ])
  })
})
