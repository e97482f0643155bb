import { describe, expect, it } from 'vitest'
import { isJsonObject, parseJson } from './json-value.ts'

describe('a value of JSON', () => {
  it('is what the text says, or undefined', () => {
    expect(parseJson('{"a":[1,null]}')).toEqual({ a: [1, null] })
    expect(parseJson('{"a"')).toBeUndefined()
  })

  it('is an object only where it has members', () => {
    expect(['{}', '{"a":1}', '[]', 'null', '"a"', '1'].map((text) => isJsonObject(parseJson(text)))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false
    ])
  })
})
