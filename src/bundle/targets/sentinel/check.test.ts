import { describe, expect, it } from 'vitest'
import { EVERY_KIND, findingsIn, writtenBundle } from '../../../../tests/support/written-bundle.ts'
import { MOST_OBJECTS } from './indicator-files.ts'
import { sentinel } from './sentinel.ts'
import { MOST_ROWS } from './watchlist.ts'

const REQUEST = 'indicators/0001.json'
const LIST = 'watchlist/sigmill.csv'
const AGAIN = 'Build the bundle again.'

const sound = await writtenBundle(sentinel, { rows: EVERY_KIND })

const textOf = (path: string): string => sound.get(path) ?? ''

/** What is found when a text of a file is replaced by another one. */
const foundWith = (path: string, text: string, by: string) => {
  expect(textOf(path)).toContain(text)
  return findingsIn(sentinel, new Map([...sound, [path, textOf(path).replace(text, by)]]))
}

const inRequest = async (text: string, by: string) => foundWith(REQUEST, text, by)

describe('the check of a bundle for Sentinel', () => {
  it('finds nothing in a bundle as it was written', async () => {
    expect(await findingsIn(sentinel, sound)).toEqual([])
  })

  it.each([
    ['another type', '"type":"indicator"', '"type":"malware"', 'It is no indicator of STIX 2.1'],
    ['another version of STIX', '"spec_version":"2.1"', '"spec_version":"2.0"', 'It is no indicator of STIX 2.1'],
    ['another value', "'192.0.2.1'", "'192.0.2.9'", 'Its pattern does not name the value of its id'],
    ['no value of the kind', "'192.0.2.1'", "'192.0.2'", 'Its pattern does not name the value of its id'],
    [
      'a pattern that is no comparison',
      "[ipv4-addr:value = '192.0.2.1']",
      'x',
      'Its pattern does not name the value of its id'
    ],
    [
      'no text for a pattern',
      `"[ipv4-addr:value = '192.0.2.1']"`,
      '1',
      'Its pattern does not name the value of its id'
    ],
    ['no start', '"valid_from"', '"valid_form"', 'One of its times is missing or wrong'],
    ['no end', '"valid_until"', '"valid_til"', 'One of its times is missing or wrong'],
    ['a time that is none', '"created":"2', '"created":"x2', 'One of its times is missing or wrong'],
    [
      'an end before the start',
      '"valid_until":"2026',
      '"valid_until":"1999',
      'Its valid_until is not later than valid_from'
    ],
    [
      'a revocation',
      '"type":"indicator"',
      '"type":"indicator","revoked":true',
      'It is revoked, which Sentinel would keep for ever'
    ],
    ['no class', 'sigmill-class:destination-ip', 'sigmill-class:x', 'No label says the class (sigmill-class:…)'],
    ['no level', 'sigmill-level:high', 'sigmill-level:x', 'No label says the level (sigmill-level:…)'],
    ['no labels', '"labels"', '"label"', 'No label says the class (sigmill-class:…)']
  ])('finds %s, and in which line', async (_, text, by, reason) => {
    expect(await inRequest(text, by)).toEqual([{ path: REQUEST, line: 2, problem: `${reason}. ${AGAIN}` }])
  })

  it('finds an object that stands twice, and what is no object', async () => {
    const [, first = '', second = ''] = textOf(REQUEST).split('\n')
    expect(await inRequest(second, first)).toEqual([
      { path: REQUEST, line: 3, problem: `An object before has the same id. ${AGAIN}` }
    ])
    expect(await inRequest(second, '[],')).toEqual([{ path: REQUEST, line: 3, problem: `It is no object. ${AGAIN}` }])
  })

  it('finds what is no request, or one that is too large or empty', async () => {
    const problem = `It is no request with 1 to ${MOST_OBJECTS} objects from sigmill. ${AGAIN}`
    const found = [{ path: REQUEST, line: undefined, problem }]
    expect(await inRequest('{"sourcesystem"', '')).toEqual(found)
    expect(await inRequest('"sourcesystem":"sigmill"', '"sourcesystem":"x"')).toEqual(found)
    expect(await inRequest('"stixobjects"', '"objects"')).toEqual(found)
    const request = (count: number) =>
      JSON.stringify({ sourcesystem: 'sigmill', stixobjects: Array.from({ length: count }, () => ({})) })
    expect(await inRequest(textOf(REQUEST), request(0))).toEqual(found)
    expect(await inRequest(textOf(REQUEST), request(MOST_OBJECTS + 1))).toEqual(found)
  })

  it('finds analytics rules that are missing or of another version', async () => {
    const path = 'analytics-rules.json'
    const without = new Map(sound)
    without.delete(path)
    expect(await findingsIn(sentinel, without)).toEqual([
      { path, line: undefined, problem: `The file is missing. ${AGAIN}` }
    ])
    const problem = `The text is not the one that this version of sigmill writes. ${AGAIN}`
    expect(await foundWith(path, 'PT1H', 'PT2H')).toEqual([{ path, line: undefined, problem }])
    const ofList = 'watchlist/analytics-rules.json'
    expect(await foundWith(ofList, 'PT1H', 'PT2H')).toEqual([{ path: ofList, line: undefined, problem }])
  })

  it('asks for no watchlist', async () => {
    const without = new Map([...sound].filter(([path]) => !path.startsWith('watchlist/')))
    expect(await findingsIn(sentinel, without)).toEqual([])
  })

  it.each([
    [
      'a head of other columns',
      'Value,Class',
      'Class,Value',
      1,
      'It does not name the columns Value,Class,RuleId,Title,Level,Confidence,Tlp,ValidUntil,Why'
    ],
    ['a cell too many', '192.0.2.1,', '192.0.2.1,,', 2, 'It has not the 9 cells of the head'],
    ['quotes that do not fit', '192.0.2.1,', '"192.0.2.1,', 2, 'It has not the 9 cells of the head'],
    ['an unknown class', ',destination-ip,', ',x,', 2, 'Its class is unknown'],
    ['another value', '192.0.2.1,', '192.0.2.9,', 2, 'Its RuleId is not the id of its value'],
    ['a time that is none', '2026-07-16T00:00:00Z', 'soon', 2, 'Its ValidUntil is no time'],
    ['a line that is too long', 'Malicious IP 192.0.2.1', 'x'.repeat(10_240), 2, 'It is longer than 10240 characters']
  ])('finds in the watchlist %s', async (_, text, by, line, reason) => {
    expect(await foundWith(LIST, text, by)).toEqual([{ path: LIST, line, problem: `${reason}. ${AGAIN}` }])
  })

  it('finds a watchlist that is too long', async () => {
    const [head = '', row = ''] = textOf(LIST).split('\n')
    const list = `${[head, ...Array.from({ length: MOST_ROWS + 1 }, () => row)].join('\n')}\n`
    expect(await findingsIn(sentinel, new Map([...sound, [LIST, list]]))).toEqual([
      {
        path: LIST,
        line: MOST_ROWS + 2,
        problem: `The list has more than ${MOST_ROWS} rows. Upload the indicators instead.`
      }
    ])
  })
})
