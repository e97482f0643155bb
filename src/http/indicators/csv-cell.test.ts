import { expect, test } from 'vitest'
import { csvCell, guardFormula } from './csv-cell.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is guarded by an apostrophe', (text) => {
  expect(guardFormula(text)).toBe(`'${text}`)
})

test.each(['', '1', 'a=1', "'=1", ' =1'])('%j is left as it is', (text) => {
  expect(guardFormula(text)).toBe(text)
})

test('commas, quotes and line ends are quoted as RFC 4180 says', () => {
  expect(csvCell('a,"b"\r\nc')).toBe('"a,""b""\r\nc"')
  expect(csvCell('a;b c')).toBe('a;b c')
})
