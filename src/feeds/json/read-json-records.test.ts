import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../problem/problem.ts'
import { isJsonRecord, type JsonEntry } from './json-record.ts'
import { readJsonRecords } from './read-json-records.ts'

interface Outcome {
  readonly entries: readonly JsonEntry[]
  readonly problem: Problem | undefined
}

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
  yield ''
}

const read = async (text: string, select: readonly string[], maxLineLength = 1_000, length = 5): Promise<Outcome> => {
  const entries: JsonEntry[] = []
  try {
    for await (const batch of readJsonRecords(pieces(text, length), select, { maxLineLength })) entries.push(...batch)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { entries, problem: error }
  }
  return { entries, problem: undefined }
}

const brief = ({ entries }: Outcome): readonly unknown[] =>
  entries.map((entry) => [entry.position, isJsonRecord(entry) ? entry.value : entry.rejection.reason])

/** Too short for the texts below, so that they are read token by token; long enough for their records. */
const SMALL = 20

describe.each([
  ['a short text', 1_000],
  ['a text longer than the limit', SMALL]
])('%s', (_, limit) => {
  it('gives the elements of a selected list, with their places', async () => {
    const outcome = await read('{"count": 2, "data": [{"a": 1}, {"b": ["x", null, true]}]}', ['/data/[]'], limit)
    expect(brief(outcome)).toEqual([
      ['/data/0', { a: 1 }],
      ['/data/1', { b: ['x', null, true] }]
    ])
    expect(outcome.problem).toBeUndefined()
  })

  it('gives lists under numbered members and passes the other members over', async () => {
    const text = '{"12": [{"a": 1}, {"a": 2}], "tags": ["x"], "7": [{"a": 3}]}'
    expect(brief(await read(text, ['/#/[]'], limit))).toEqual([
      ['/12/0', { a: 1 }],
      ['/12/1', { a: 2 }],
      ['/7/0', { a: 3 }]
    ])
  })

  it('gives any member, but looks into the ones that a path names', async () => {
    const text = '{"id": 1, "list": [{"a": 1}], "more": {"b": 2}, "other": 2.5e1}'
    expect(brief(await read(text, ['/*', '/list/[]'], limit))).toEqual([
      ['/id', 1],
      ['/list/0', { a: 1 }],
      ['/more', { b: 2 }],
      ['/other', 25]
    ])
  })

  it('gives nothing for a selected list that is empty', async () => {
    expect(await read('{"padding to be long": 1, "data": []}', ['/data/[]'], limit)).toEqual({
      entries: [],
      problem: undefined
    })
  })

  it('writes names in positions as JSON pointers do', async () => {
    const text = '{"padding to be long": {"a/b~c": 1}}'
    expect(brief(await read(text, ['/padding to be long/*'], limit))).toEqual([['/padding to be long/a~1b~0c', 1]])
  })

  it('treats members named after the prototype as any other text', async () => {
    const text = '{"data": [{"__proto__": {"a": 1}, "b": 2}, {"constructor": 3}]}'
    const { entries } = await read(text, ['/data/[]'], limit === SMALL ? 25 : limit)
    expect(entries).toHaveLength(2)
    for (const entry of entries) {
      expect(isJsonRecord(entry) && Object.getPrototypeOf(entry.value)).toBe(Object.prototype)
    }
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false)
  })
})

describe('a top-level value without any selected path', () => {
  it('is a record itself', async () => {
    expect(brief(await read('{"a": 1}', ['/data/[]']))).toEqual([['line 1', { a: 1 }]])
    expect(brief(await read('{\n"a": 1}', ['/data/[]']))).toEqual([['line 1', { a: 1 }]])
    expect(brief(await read('42', ['/data/[]']))).toEqual([['line 1', 42]])
  })

  it('is one also where several follow one another over several lines', async () => {
    const text = '{\n"a":\n1}\n{"data":\n[2]}\n[\n"b"\n]\n-12'
    expect(brief(await read(text, ['/data/[]']))).toEqual([
      ['line 1', { a: 1 }],
      ['value 2 /data/0', 2],
      ['value 3', ['b']],
      ['value 4', -12]
    ])
  })

  it('costs itself only when it is too long', async () => {
    const text = `{"a":\n"${'x'.repeat(50)}"}\n{"b": 1}\n`
    expect(brief(await read(text, ['/data/[]'], 30))).toEqual([
      ['line 1', 'too_long_line'],
      ['value 2', { b: 1 }]
    ])
  })
})

describe('one value per line', () => {
  it('gives the lines, or the records inside them', async () => {
    const text = '{"a": 1}\r\n\r\n{"data": [2, 3]}\n{"data": []}\n{"b": 4}'
    expect(brief(await read(text, ['/data/[]'], SMALL))).toEqual([
      ['line 1', { a: 1 }],
      ['line 3 /data/0', 2],
      ['line 3 /data/1', 3],
      ['line 5', { b: 4 }]
    ])
  })

  it('tells the lines apart by number', async () => {
    const { entries } = await read('{"a": 1}\n{"a": 2}\n', [])
    expect(entries.map((entry) => isJsonRecord(entry) && entry.document)).toEqual([0, 1])
  })

  it('loses only the lines that are broken or too long', async () => {
    const text = `{"a": 1}\n{"b": \n"${'x'.repeat(50)}"\n{"c": 2}\n{"d"\n`
    const outcome = await read(text, [], SMALL)
    expect(brief(outcome)).toEqual([
      ['line 1', { a: 1 }],
      ['line 2', 'bad_record'],
      ['line 3', 'too_long_line'],
      ['line 4', { c: 2 }],
      ['line 5', 'bad_record']
    ])
    expect(outcome.entries[1]).toMatchObject({ value: '{"b": ' })
    expect(outcome.problem).toBeUndefined()
  })

  it('is seen also where the first line is the broken one', async () => {
    expect(brief(await read('{"a" 1}\n{"b": 2}\n', []))).toEqual([
      ['line 1', 'bad_record'],
      ['line 2', { b: 2 }]
    ])
  })

  it('reports a last line that was cut off', async () => {
    const outcome = await read('{"a": 1}\n{"b": 2}\n{"c": ', [])
    expect(brief(outcome)).toHaveLength(2)
    expect(outcome.problem?.code).toBe('input_truncated')
    expect(outcome.problem?.message).toContain('in line 3')
  })
})

describe('damage', () => {
  it.each([
    ['a list that does not end', '{"data": [{"a": 1}, {"b": 2}, '],
    ['a text that does not end', '{"data": [{"a": 1}, {"b": 2}, {"c": "x'],
    ['a word that does not end', '{"data": [{"a": 1}, {"b": 2}, fal']
  ])('%s is reported as truncated, after the records before it', async (_, text) => {
    const outcome = await read(text, ['/data/[]'])
    expect(brief(outcome)).toEqual([
      ['/data/0', { a: 1 }],
      ['/data/1', { b: 2 }]
    ])
    expect(outcome.problem?.code).toBe('input_truncated')
    expect(outcome.problem?.message).toContain('inside /data/2')
  })

  it('an empty text is reported as truncated', async () => {
    const outcome = await read(' \n ', ['/data/[]'])
    expect(outcome.entries).toEqual([])
    expect(outcome.problem?.code).toBe('input_truncated')
  })

  it.each([
    ['[{"a": 1} {"b": 2}]', 'a comma or the end'],
    ['[{"a": 1}, {"b" 2}]', 'a colon'],
    ['[{"a": 1}, {2: 2}]', 'a name'],
    ['[{"a": 1}, {"b": 1, 2}]', 'a name'],
    ['[{"a": 1}, {"b": }]', 'a value'],
    ['[{"a": 1}, ]', 'a value'],
    ['[{"a": 1}}', 'a comma or the end'],
    ['[{"a": 1}, {"b": [,]}]', 'a value or ]'],
    ['[{"a": 1}, {,}]', 'a name or }'],
    ['[{"a": 1}, <html>]', 'Unexpected "<"']
  ])('%s is reported as broken, after the records before it', async (text, expected) => {
    const outcome = await read(text, ['/[]'])
    expect(brief(outcome)).toEqual([['/0', { a: 1 }]])
    expect(outcome.problem?.code).toBe('input_broken')
    expect(outcome.problem?.message).toContain(expected)
    expect(outcome.problem?.message).toMatch(/near byte \d+/)
  })

  it('refuses nesting that no feed has', async () => {
    const outcome = await read('['.repeat(5_000), ['/data/[]'], 1_000, 100)
    expect(outcome.problem?.message).toContain('nested deeper than 100 levels')
  })

  it('survives deep nesting in a short text', async () => {
    const outcome = await read(`${'['.repeat(50_000)}${']'.repeat(50_000)}`, ['/data/[]'], 200_000, 10_000)
    expect(outcome.entries).toHaveLength(1)
  })
})

describe('records longer than the limit', () => {
  it('cost themselves only', async () => {
    const text = `{"data": [{"a": 1}, {"b": "${'x\\u0041\\"\\\\'.repeat(50)}"}, {"c": [1, ${'2, '.repeat(50)} {"d": []}]}, {"e": 5}]}`
    expect(brief(await read(text, ['/data/[]'], SMALL))).toEqual([
      ['/data/0', { a: 1 }],
      ['/data/1', 'too_long_line'],
      ['/data/2', 'too_long_line'],
      ['/data/3', { e: 5 }]
    ])
  })

  it('are read where what is too long stands beside them', async () => {
    const text = `{"about": "${'x'.repeat(100)}", "list": [${'1,'.repeat(50)}2], "data": [{"a": 1}]}`
    expect(brief(await read(text, ['/data/[]'], SMALL))).toEqual([['/data/0', { a: 1 }]])
  })
})

it('closes its input when nobody reads on', async () => {
  let isClosed = false
  async function* endless(): AsyncGenerator<string> {
    try {
      yield '[0'
      for (;;) yield ',1'
    } finally {
      isClosed = true
    }
  }
  for await (const batch of readJsonRecords(endless(), ['/[]'], { maxLineLength: 10 })) {
    expect(batch.length).toBeGreaterThan(0)
    break
  }
  expect(isClosed).toBe(true)
})

it('gives the same records whether a text is parsed at once or token by token, in pieces of any length', async () => {
  // A member of this name is dropped token by token, and no record of ours has one.
  const name = fc.string({ maxLength: 6 }).filter((text) => text !== '__proto__')
  const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('"__proto__"'))
  const document = fc.record({ before: json, data: fc.dictionary(name, fc.array(json)), after: json })
  await fc.assert(
    fc.asyncProperty(document, fc.integer({ min: 3, max: 40 }), async (value, length) => {
      const text = JSON.stringify(value)
      const select = ['/data/*/[]', '/before/*', '/after/[]']
      const whole = await read(text, select, text.length, length)
      const streamed = await read(`${text}${' '.repeat(text.length)}`, select, text.length, length)
      expect(streamed).toEqual(whole)
    })
  )
})
