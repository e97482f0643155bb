import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDocumentCutter, type CutDocument } from './document-cutter.ts'

const cut = (bytes: Uint8Array, limit = 1_000, chunk = bytes.length): readonly CutDocument[] => {
  const cutter = createDocumentCutter(limit)
  const documents: CutDocument[] = []
  for (let at = 0; at < bytes.length; at += chunk) documents.push(...cutter.push(bytes.subarray(at, at + chunk)))
  return [...documents, ...cutter.end()]
}

const cutText = (text: string, limit?: number): readonly (readonly [line: number, text: string | undefined])[] =>
  cut(new TextEncoder().encode(text), limit).map((document) => [document.line, document.text])

describe('a file of several documents', () => {
  it.each([
    ['nothing', '', []],
    ['comments', '# a\n\n  # b\n', []],
    ['one document', 'a: 1\n', [[1, 'a: 1\n']]],
    ['a document without a last line feed', 'a: 1', [[1, 'a: 1']]],
    [
      'two documents',
      'a: 1\n---\nb: 2\n',
      [
        [1, 'a: 1\n'],
        [2, '---\nb: 2\n']
      ]
    ],
    ['a comment before the first', '# a\n---\nb: 2\n', [[1, '# a\n---\nb: 2\n']]],
    [
      'content behind the marker',
      '--- a\n---\tb\n',
      [
        [1, '--- a\n'],
        [2, '---\tb\n']
      ]
    ],
    ['no marker', '---a: 1\n--\n..\n...b\n', [[1, '---a: 1\n--\n..\n...b\n']]],
    [
      'a marker in a block scalar',
      'a: |\n---\nb\n',
      [
        [1, 'a: |\n'],
        [2, '---\nb\n']
      ]
    ],
    ['an indented marker', 'a: |\n  ---\n', [[1, 'a: |\n  ---\n']]],
    [
      'an empty document',
      'a: 1\n---\n',
      [
        [1, 'a: 1\n'],
        [2, '---\n']
      ]
    ],
    ['an end', 'a: 1\n...\n# b\n', [[1, 'a: 1\n...\n']]],
    [
      'an end before another',
      'a: 1\n...\nb: 2\n',
      [
        [1, 'a: 1\n...\n'],
        [3, 'b: 2\n']
      ]
    ],
    ['an end of nothing', '# a\n...\nb: 2\n', [[3, 'b: 2\n']]],
    [
      'directives',
      '%YAML 1.1\n---\na\n...\n%TAG ! x\n---\nb\n',
      [
        [1, '%YAML 1.1\n---\na\n...\n'],
        [5, '%TAG ! x\n---\nb\n']
      ]
    ],
    ['a directive of nothing', '%YAML 1.1\n', [[1, '%YAML 1.1\n']]],
    ['a directive that ends', '%YAML 1.1\n...\n', [[1, '%YAML 1.1\n...\n']]],
    [
      'CRLF',
      'a: 1\r\n---\r\nb: 2\r\n',
      [
        [1, 'a: 1\r\n'],
        [2, '---\r\nb: 2\r\n']
      ]
    ],
    ['a byte order mark', '\ufeffa: 1\n', [[1, 'a: 1\n']]],
    [
      'a marker at the end of the file',
      'a\n---',
      [
        [1, 'a\n'],
        [2, '---']
      ]
    ]
  ] as const)('%s', (_what, text, expected) => {
    expect(cutText(text)).toEqual(expected)
  })

  it('is cut the same way however its bytes come', () => {
    const parts = fc.constantFrom(
      '---\n',
      '...\n',
      '# c\n',
      'a: 1\n',
      '%D\n',
      '\n',
      '--- x\r\n',
      '\u00e9\n',
      '---',
      '-'
    )
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 4, max: 30 }),
        (lines, chunk, limit) => {
          const bytes = new TextEncoder().encode(lines.join(''))
          expect(cut(bytes, limit, chunk)).toEqual(cut(bytes, limit))
        }
      )
    )
  })

  it('passes over a document that is too large, and reads the next', () => {
    expect(cutText(`a: 1\n---\n${'b: 2\n'.repeat(10)}---\nc: 3\n`, 20)).toEqual([
      [1, 'a: 1\n'],
      [2, undefined],
      [13, '---\nc: 3\n']
    ])
  })

  it('holds no more of an endless line than a document may be long', () => {
    const cutter = createDocumentCutter(100)
    const chunk = new TextEncoder().encode('x'.repeat(90))
    for (let at = 0; at < 1_000; at += 1) expect([...cutter.push(chunk)]).toEqual([])
    expect([...cutter.push(new TextEncoder().encode('\n---\na: 1\n'))]).toMatchObject([{ text: undefined, line: 1 }])
    expect([...cutter.end()]).toMatchObject([{ text: '---\na: 1\n', line: 2 }])
  })

  it('says where bytes are no UTF-8', () => {
    const bytes = Uint8Array.from([0x61, 0x0a, 0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0x0a])
    expect(cut(bytes)).toEqual([
      { number: 1, line: 1, text: 'a\n', isBroken: false },
      { number: 2, line: 2, text: '---\n\ufffd\n', isBroken: true }
    ])
  })
})
