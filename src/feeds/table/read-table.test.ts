import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTable, type TableEntry } from './read-table.ts'

const read = async (text: string, maxLineLength = 1_000): Promise<readonly TableEntry[]> => {
  const entries: TableEntry[] = []
  for await (const batch of readTable(once(text), ',', maxLineLength)) entries.push(...batch)
  return entries
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

const row = (line: number, ...cells: readonly string[]): TableEntry => ({ position: `line ${line}`, cells })

const broken = (line: number, value: string): TableEntry => ({
  value,
  position: `line ${line}`,
  rejection: { reason: 'bad_record', detail: 'the quotes do not fit together' }
})

describe('readTable', () => {
  it('gives rows with the line on which they begin, comments, and nothing for blank lines', async () => {
    expect(await read('# a, b\n\n1,2\n \n"3\n4",5\n6,7\n')).toEqual([
      { comment: 'a, b' },
      row(3, '1', '2'),
      row(5, '3\n4', '5'),
      row(7, '6', '7')
    ])
  })

  it('takes a # inside quotes for text', async () => {
    expect(await read('1,"a\n# b"\n2,c')).toEqual([row(1, '1', 'a\n# b'), row(3, '2', 'c')])
  })

  it('loses one row to a quote that is never closed', async () => {
    expect(await read('1,"a\n2,b\n3,c')).toEqual([broken(1, '1,"a'), row(2, '2', 'b'), row(3, '3', 'c')])
  })

  it('loses one row each to two quotes that do not fit together', async () => {
    expect(await read('1,"a,x\n2,b,y\n3,"c,z\n4,d,e')).toEqual([
      broken(1, '1,"a,x'),
      row(2, '2', 'b', 'y'),
      broken(3, '3,"c,z'),
      row(4, '4', 'd', 'e')
    ])
  })

  it('keeps a row with a stray quote inside a cell, and the rows around it', async () => {
    expect(await read('1,a\n2,5" pipe\n3,"b"')).toEqual([row(1, '1', 'a'), row(2, '2', '5" pipe'), row(3, '3', 'b')])
    expect(await read('1,a\n2,x"y"z\n3,"b"')).toEqual([row(1, '1', 'a'), row(2, '2', 'x"y"z'), row(3, '3', 'b')])
  })

  it('rejects a row with text behind a closing quote', async () => {
    expect(await read('1,"a"b\n2,c')).toEqual([broken(1, '1,"a"b'), row(2, '2', 'c')])
  })

  it('does not wait for a closing quote over 200 lines, or more characters than a line may have', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => `${index},x`)
    const entries = await read(['0,"a', ...rows, '1,"b'].join('\n'), 100_000)
    expect(entries).toHaveLength(252)
    expect(entries[0]).toEqual(broken(1, '0,"a'))
    expect(entries[251]).toEqual(broken(252, '1,"b'))
    expect(await read(`0,"a\n1,${'x'.repeat(20)}\n2,b"`, 25)).toEqual([
      broken(1, '0,"a'),
      row(2, '1', 'x'.repeat(20)),
      row(3, '2', 'b"')
    ])
  })

  it('rejects a line that is too long, also in the middle of a row', async () => {
    const tooLong = (line: number): TableEntry => ({
      value: 'y'.repeat(40),
      position: `line ${line}`,
      rejection: { reason: 'too_long_line' }
    })
    expect(await read(`1,a\n${'y'.repeat(41)}\n2,b`, 40)).toEqual([row(1, '1', 'a'), tooLong(2), row(3, '2', 'b')])
    expect(await read(`1,"a\n${'y'.repeat(41)}\n2,b`, 40)).toEqual([broken(1, '1,"a'), tooLong(2), row(3, '2', 'b')])
  })

  it('accounts for every line of text, whatever stands in it', async () => {
    await assert(
      asyncProperty(array(constantFrom('"', ',', '\n', 'a', '#', ' ', 'bc')), async (parts) => {
        const text = parts.join('')
        const letters = (texts: readonly string[]): string => texts.join('').replaceAll(/[^abc]/g, '')
        const texts = (await read(text)).flatMap((entry) => {
          if ('cells' in entry) return entry.cells
          return 'comment' in entry ? entry.comment : entry.value
        })
        expect(letters(texts)).toBe(letters([text]))
      }),
      { numRuns: 500 }
    )
  })
})
