import { describe, expect, test } from 'vitest'
import { Problem, PROBLEMS, type ProblemCode } from '../../problem/problem.ts'
import { API } from '../dialect.ts'
import { problemStatus } from './problem-status.ts'
import { errorHeaders, publicError } from './public-error.ts'

const CODES = Object.keys(PROBLEMS) as ProblemCode[]

const problem = (code: ProblemCode): Problem => new Problem(code, 'the inside', { details: { path: '/inside' } })

describe.each(CODES)('%s', (code) => {
  test('is told as it is, or hidden when it is no fault of the caller', () => {
    const shown = publicError(problem(code))
    if (shown.status < 500) {
      expect(shown).toEqual({ status: problemStatus(code), code, message: 'the inside', details: { path: '/inside' } })
    } else {
      expect(['internal_error', 'unavailable']).toContain(shown.code)
      expect(JSON.stringify(shown)).not.toContain('inside')
    }
  })
})

test('what is no problem is an internal error without its message', () => {
  for (const thrown of [new TypeError('the inside'), 'the inside', undefined]) {
    const shown = publicError(thrown)
    expect([shown.status, shown.code]).toEqual([500, 'internal_error'])
    expect(shown.message).not.toContain('inside')
  }
})

test.each([
  [401, 'WWW-Authenticate'],
  [429, 'Retry-After'],
  [503, 'Retry-After']
])('%i comes with %s', (status, header) => {
  expect(errorHeaders({ status, code: 'unavailable', message: '' }, API)).toHaveProperty(header)
  expect(errorHeaders({ status: 400, code: 'invalid_parameter', message: '' }, API)).not.toHaveProperty(header)
})
