import { describe, expect, it } from 'vitest'
import {
  field,
  flagField,
  isObject,
  listField,
  numberField,
  recordField,
  recordListField,
  recordOf,
  textField,
  textListField
} from './members.ts'

const record = recordOf({
  text: ' a ',
  blank: '  ',
  digits: ' 75 ',
  number: 7.5,
  word: '7a',
  list: ['a', 2, ' b ', { c: 1 }, null],
  object: { d: 1 },
  nothing: null
})

describe('fields of a record', () => {
  it('are texts, trimmed and with something in them', () => {
    expect(textField(record, 'text')).toBe('a')
    expect(textField(record, 'blank')).toBeUndefined()
    expect(textField(record, 'number')).toBeUndefined()
    expect(textField(record, 'missing')).toBeUndefined()
  })

  it('are numbers, also where they are written as text', () => {
    expect(numberField(record, 'number')).toBe(7.5)
    expect(numberField(record, 'digits')).toBe(75)
    expect(numberField(record, 'word')).toBeUndefined()
    expect(numberField(record, 'object')).toBeUndefined()
  })

  it('are lists, of everything, of objects or of texts', () => {
    expect(listField(record, 'list')).toHaveLength(5)
    expect(listField(record, 'text')).toEqual([])
    expect(recordListField(record, 'list')).toEqual([{ c: 1 }])
    expect(textListField(record, 'list')).toEqual(['a', 'b'])
    expect(textListField(record, 'text')).toEqual(['a'])
    expect(textListField(record, 'missing')).toEqual([])
  })

  it('are objects', () => {
    expect(recordField(record, 'object')).toEqual({ d: 1 })
    expect(recordField(record, 'list')).toEqual({})
    expect(recordField(record, 'nothing')).toEqual({})
    expect(isObject([])).toBe(false)
  })

  it.each([true, 1, '1', 'true'])('are flags that are set: %j', (flag) => {
    expect(flagField({ flag }, 'flag')).toBe(true)
  })

  it.each([false, 0, '0', 'false'])('are flags that are not set: %j', (flag) => {
    expect(flagField({ flag }, 'flag')).toBe(false)
  })

  it('are no flags where they say neither', () => {
    expect(flagField({ flag: 'maybe' }, 'flag')).toBeUndefined()
  })

  it('are never what an object inherits', () => {
    expect(field(record, 'constructor')).toBeUndefined()
    expect(recordOf('text')).toEqual({})
  })
})
