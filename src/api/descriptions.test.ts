import { describe, expect, test } from 'vitest'
import { BUNDLE_TARGETS } from '../bundle/bundle-targets.ts'
import { PROBLEMS } from '../problem/problem.ts'
import type { Content } from './content.ts'
import type { AnswerDescription, Description } from './description.ts'
import { DESCRIPTIONS, METRICS_DESCRIPTIONS } from './descriptions.ts'
import { exampleError, exampleTaxiiError } from './error-bodies.ts'
import { ERROR_CODES, errorNamed, isErrorCode } from './errors.ts'
import { expectedErrors } from './expected-errors.ts'
import { headersOfAnswer, headersOfError } from './answer-headers.ts'
import type { Header } from './header.ts'
import type { Parameter } from './parameter.ts'
import { TARGET } from './parameters/names.ts'
import { ERROR_SCHEMAS, TAXII_ERROR_SCHEMAS } from './schemas/error.ts'

const ALL: readonly Description[] = [...DESCRIPTIONS, ...METRICS_DESCRIPTIONS]

const answersOf = ({ answers }: Description): readonly AnswerDescription[] => Object.values(answers)

const NO_PARAMETERS = { pathParameters: [], parameters: [] }

const issuesOf = (content: Content): unknown =>
  'schema' in content ? content.schema.safeParse(content.example).error?.issues : undefined

/** What a value of a request or a header is taken for: a text, a number, or a list of texts. */
const fits = ({ schema, example }: Parameter | Header): boolean =>
  [example, Number(example), example.split(',')].some((value) => schema.safeParse(value).success)

describe.each(ALL)('$method $path ($name)', (described) => {
  test('has examples that its schemas take', () => {
    for (const { content } of answersOf(described)) expect(content.map(issuesOf)).toEqual(content.map(() => undefined))
    for (const answer of answersOf(described))
      expect(headersOfAnswer(described, answer).filter((part) => !fits(part))).toEqual([])
    if (described.security === 'open') return
    const { pathParameters, parameters, requestHeaders, body } = described
    expect([...pathParameters, ...parameters, ...requestHeaders].filter((part) => !fits(part))).toEqual([])
    expect(body?.schema.safeParse(body.example).error).toBeUndefined()
  })

  test('describes every name of its path, and no name twice', () => {
    const inPath = [...described.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const { pathParameters, parameters } = described.security === 'open' ? NO_PARAMETERS : described
    expect(pathParameters.map(({ name }) => name)).toEqual(inPath)
    const names = parameters.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('names no header twice, and no form of an answer', () => {
    for (const answer of answersOf(described)) {
      const names = headersOfAnswer(described, answer).map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(new Set(answer.content.map(({ type }) => type)).size).toBe(answer.content.length)
    }
  })
})

describe('names of operations', () => {
  test('are unique', () => {
    const names = ALL.map(({ name }) => name)
    expect(new Set(names).size).toBe(new Set(ALL).size)
  })
})

describe('errors', () => {
  test.each(ERROR_CODES)('%s has an example that its schemas take', (code) => {
    expect(ERROR_SCHEMAS.get(code)?.safeParse(exampleError(code)).error).toBeUndefined()
    expect(TAXII_ERROR_SCHEMAS.get(code)?.safeParse(exampleTaxiiError(code, 400)).error).toBeUndefined()
  })

  test('are those that some operation, or a request for none, is answered with', () => {
    const unrouted = ['not_found', 'method_not_allowed']
    const described = new Set([...ALL.flatMap((operation) => expectedErrors(operation)), ...unrouted])
    expect(ERROR_CODES.filter((code) => !described.has(code))).toEqual([])
  })

  test('are told from problems that no answer shows', () => {
    expect(Object.keys(PROBLEMS).filter(isErrorCode)).toHaveLength(ERROR_CODES.length)
    expect(isErrorCode('disk_full')).toBe(false)
  })

  test('have headers with examples that their schemas take', () => {
    const statuses = new Set(ERROR_CODES.flatMap((code) => errorNamed(code).statuses))
    for (const status of statuses) {
      expect(headersOfError({ security: 'open' }, status).filter((header) => !fits(header))).toEqual([])
    }
  })
})

test('a path names the targets that there are', () => {
  expect(TARGET.schema.options).toEqual(BUNDLE_TARGETS.map(({ name }) => name))
})
