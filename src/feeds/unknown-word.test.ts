import { describe, expect, it } from 'vitest'
import { unknownWord } from './unknown-word.ts'

describe('unknownWord', () => {
  it('names the nearest word and all of them', () => {
    const problem = unknownWord('format', '"lst" is no format', 'lst', ['csv', 'list'])
    expect(problem.code).toBe('invalid_parameter')
    expect(problem.message).toBe('format: "lst" is no format. Did you mean "list"? Known: csv, list.')
    expect(problem.details).toEqual({ parameter: 'format', nearest: 'list', allowed: ['csv', 'list'] })
  })

  it('is of the code that it is given', () => {
    expect(unknownWord('columns', 'no column', 'x', ['y'], 'input_unknown').code).toBe('input_unknown')
  })

  it('names none that is not near', () => {
    const problem = unknownWord('format', '"xyz" is no format', 'xyz', ['csv', 'list'])
    expect(problem.message).toBe('format: "xyz" is no format. Known: csv, list.')
    expect(problem.details).toEqual({ parameter: 'format', allowed: ['csv', 'list'] })
  })
})
