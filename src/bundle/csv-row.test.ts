import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCells } from './csv-cells.ts'
import { csvRow } from './csv-row.ts'

test('only cells that need quotes have them', () => {
  expect(csvRow(['a', '', 'b,c', 'say "x"', '=1+1'])).toBe('a,,"b,c","say ""x""",=1+1\n')
})

test('a row reads back as it was, whatever its cells hold', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', ' ', '=', '\\', '$') })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      expect(csvCells(csvRow(cells).slice(0, -1))).toEqual(cells)
    })
  )
})
