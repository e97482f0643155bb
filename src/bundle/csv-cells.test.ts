import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCells } from './csv-cells.ts'
import { csvRow } from './csv-row.ts'

describe('a line of CSV', () => {
  it('is read as it was written', () => {
    const cell = fc.string().map((text) => text.replaceAll(/[\r\n]/g, ''))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        expect(csvCells(csvRow(cells).slice(0, -1))).toEqual(cells)
      })
    )
  })

  it.each(['"a', 'a"b', '"a"b', 'a,"'])('is none where quotes do not fit: %s', (line) => {
    expect(csvCells(line)).toBeUndefined()
  })
})
