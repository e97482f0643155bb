import { describe, expect, it } from 'vitest'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { list } from './list.ts'

const MIXED = `# Title of the list

192.0.2.10
bad[.]example.com   ; why
hxxp://evil.example.com/path?a=1#x
198.51.100.7:8080 # command and control
`

const REFERENCES = `# Copyright (https://example.org/)

# Reference: https://example.org/report-one (in English)
# Reference: https://example.org/report-two

one.example.com
two.example.com

# Referene: https://example.org/report-three

three.example.com
# something else
four.example.com
`

feedFormatContract(list, [
  { what: 'a mixed list', text: MIXED },
  { what: 'a list with references', text: REFERENCES }
])

const valuesOf = async (text: string): Promise<readonly string[]> =>
  (await readText(list, text)).items.map(({ value }) => value)

const isList = (text: string, complete = true): boolean => list.recognise({ text, complete })

describe('list', () => {
  it('lets every value speak for itself, with its line', async () => {
    const { items } = await readText(list, MIXED)
    expect(items).toEqual([
      { value: '192.0.2.10', kind: undefined, position: 'line 3' },
      { value: 'bad[.]example.com', kind: undefined, position: 'line 4' },
      { value: 'hxxp://evil.example.com/path?a=1#x', kind: undefined, position: 'line 5' },
      { value: '198.51.100.7:8080', kind: undefined, position: 'line 6' }
    ])
  })

  it('skips comments and blank lines', async () => {
    expect(await valuesOf('# a\n; b\n// c\n\n  \n192.0.2.1\n')).toEqual(['192.0.2.1'])
  })

  it('gives values the links of the comments before them, up to the next comments', async () => {
    const { items } = await readText(list, REFERENCES)
    expect(items.map((item) => ('context' in item ? item.context.links : undefined))).toEqual([
      ['https://example.org/report-one', 'https://example.org/report-two'],
      ['https://example.org/report-one', 'https://example.org/report-two'],
      ['https://example.org/report-three'],
      undefined
    ])
  })

  it('gives all values behind one block of comments the same context object', async () => {
    const { items } = await readText(list, REFERENCES)
    const [one, two] = items.map((item) => ('context' in item ? item.context : undefined))
    expect(one).toBeDefined()
    expect(two).toBe(one)
  })

  it('keeps lines that are no value, so that they are rejected with a reason', async () => {
    expect(await valuesOf('Indicators of May:\n192.0.2.1\n/only/a/path\n')).toEqual([
      'Indicators of May:',
      '192.0.2.1',
      '/only/a/path'
    ])
  })

  it('passes over headings', async () => {
    expect(
      await valuesOf('[Adblock Plus]\n! Title: x\nIndicator\nDomains:\na.example\nIP Address\n192.0.2.1\nip,port\n')
    ).toEqual(['a.example', '192.0.2.1', 'ip,port'])
  })

  it('rejects exceptions, and values that a remark only mentions', async () => {
    const { items } = await readText(list, '@@||good.example^\nbad.example looks like example.org\n')
    expect(items).toEqual([
      {
        value: '@@||good.example^',
        position: 'line 1',
        rejection: { reason: 'not_for_detection', detail: 'an exception' }
      },
      { value: 'bad.example', kind: undefined, position: 'line 2' },
      {
        value: 'example.org',
        position: 'line 2',
        rejection: { reason: 'bad_record', detail: 'only mentioned behind a value' }
      }
    ])
  })

  it('rejects a line that is too long and reads on', async () => {
    const { items } = await readText(list, `${'x'.repeat(30)}\n192.0.2.1\n`, { maxLineLength: 20 })
    expect(items).toEqual([
      { value: 'x'.repeat(20), position: 'line 1', rejection: { reason: 'too_long_line' } },
      { value: '192.0.2.1', kind: undefined, position: 'line 2' }
    ])
  })

  it('is recognised by lines that look like values, and among comments alone', () => {
    expect(isList('192.0.2.1\n')).toBe(true)
    expect(isList('Title\n10.0.0.0/8\n')).toBe(true)
    expect(isList('# nothing today\n')).toBe(true)
    expect(isList('[2001:db8::1]:443\n')).toBe(true)
  })

  it('is not recognised in prose, markup or JSON', () => {
    expect(isList('It was a dark night.\nNothing happened.\n')).toBe(false)
    expect(isList('<list>\n192.0.2.1\n</list>')).toBe(false)
    expect(isList('{\n"a":\n192.0.2.1\n}')).toBe(false)
    expect(isList('["192.0.2.1",\n"192.0.2.2"]')).toBe(false)
    expect(isList('x'.repeat(1_000), false)).toBe(false)
  })
})
