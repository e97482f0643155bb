import * as fc from 'fast-check'
import { YAML11_SCHEMA, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { findForbidden } from '../indicator/forbidden-characters.ts'
import { quote } from './quote.ts'

describe('quote', () => {
  it.each([
    ['plain', "'plain'"],
    ["it's", "'it''s'"],
    ['', "''"],
    ['1:2:3:4:5:6:7:8', "'1:2:3:4:5:6:7:8'"]
  ])('writes %j as %s', (text, yaml) => {
    expect(quote(text)).toBe(yaml)
  })

  it.each(['\u0000', '\n', '\t', '\u007f', '\u0085', '\u2028', '\ufeff', '\uffff', '\ud83d'])(
    'refuses %j, which no reader takes on one line',
    (character) => {
      expect(() => quote(`a${character}b`)).toThrow(TypeError)
    }
  )

  it('is read back as it was by readers of YAML 1.1 and 1.2, whatever clean text it holds', () => {
    const hostile = fc.constantFrom(
      '---',
      '...',
      '- ',
      '? ',
      ': ',
      ' #',
      '&a',
      '*a',
      '!!str',
      '%YAML',
      '{',
      '|',
      '>',
      "'",
      '"'
    )
    const clean = fc
      .string({ unit: 'binary' })
      .filter((text) => findForbidden(text) === undefined && !text.includes('\ufeff'))
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, clean)), (pieces) => {
        const text = pieces.join('')
        expect(load(quote(text))).toBe(text)
        expect(load(quote(text), { schema: YAML11_SCHEMA })).toBe(text)
      })
    )
  })
})
