import { describe, expect, test } from 'vitest'
import { DESCRIPTIONS, METRICS_DESCRIPTIONS } from './descriptions.ts'
import { ERROR_CODES } from './errors.ts'
import { openApiDocument } from './open-api-document.ts'
import { createSharedParts } from './open-api/shared-parts.ts'

const SERVER = { version: '1.2.3', publicUrl: undefined }

const DOCUMENT = openApiDocument(DESCRIPTIONS, SERVER)

type Part = Readonly<Record<string, unknown>>

/** Every object in a part of the document, with itself. */
const objectsIn = (part: unknown): readonly Part[] => {
  if (typeof part !== 'object' || part === null) return []
  return [{ ...part }, ...Object.values(part).flatMap(objectsIn)]
}

const membersOf = (part: unknown): Part => (typeof part === 'object' && part !== null ? { ...part } : {})

const at = (path: string): unknown => path.split('/').reduce<unknown>((part, name) => membersOf(part)[name], DOCUMENT)

const operations = Object.entries(at('paths') as Readonly<Record<string, Readonly<Record<string, Part>>>>)

describe('the OpenAPI document', () => {
  test('leads everywhere that it refers to, and refers to every part', () => {
    const references = new Set(objectsIn(DOCUMENT).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : [])))
    for (const reference of references) expect([reference, at(reference.slice(2))]).not.toEqual([reference, undefined])
    const sections = ['schemas', 'parameters', 'headers', 'responses']
    const kept = sections.flatMap((section) =>
      Object.keys(membersOf(at(`components/${section}`))).map((name) => `#/components/${section}/${name}`)
    )
    expect(kept.filter((part) => !references.has(part))).toEqual([])
  })

  test('has every operation once, and HEAD beside GET', () => {
    const named = operations.flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${String(operationId)}`)
    )
    const wanted = DESCRIPTIONS.flatMap(({ method, path, name }) => [
      `${method.toLowerCase()} ${path} ${name}`,
      ...(method === 'GET' ? [`head ${path} ${name}Head`] : [])
    ])
    expect(new Set(named)).toEqual(new Set(wanted))
    expect(named).toHaveLength(wanted.length)
  })

  test('has a body for no answer to HEAD', () => {
    const heads = operations.flatMap(([, { head }]) =>
      head === undefined ? [] : Object.values(membersOf(head['responses']))
    )
    const answers = heads.map((answer) => {
      const { $ref } = answer as { readonly $ref?: string }
      return $ref === undefined ? answer : at($ref.slice(2))
    })
    for (const answer of answers) expect(answer).not.toHaveProperty('content')
  })

  test('names every scope that an operation takes', () => {
    const keys = operations.flatMap(([path, { get }]) => (path === '/api/v1/keys' ? membersOf(get) : []))
    expect(keys).toMatchObject([
      {
        security: [
          { bearer: ['keys:self'] },
          { bearer: ['keys:admin'] },
          { header: ['keys:self'] },
          { header: ['keys:admin'] }
        ],
        description: expect.stringMatching(/Needs a key with the scope `keys:self` or `keys:admin`\.$/) as string
      }
    ])
  })

  test('says of every operation that can answer 304 how to ask for it', () => {
    const asked = operations.flatMap(([path, { get }]) => {
      const { responses, parameters = [] } = membersOf(get)
      return '304' in membersOf(responses) ? [[path, JSON.stringify(parameters).includes('If-None-Match')]] : []
    })
    expect(asked).toContainEqual(['/docs', true])
    expect(asked.filter(([, isAskedFor]) => isAskedFor !== true)).toEqual([])
  })

  test('has no bound beyond what counts exactly', () => {
    const bounds = objectsIn(DOCUMENT).flatMap(({ minimum, maximum }) => [minimum, maximum])
    expect(bounds).toContain(10_000)
    expect(bounds.filter((bound) => Math.abs(Number(bound)) === Number.MAX_SAFE_INTEGER)).toEqual([])
  })

  test('has an example of every error', () => {
    const examples = objectsIn(DOCUMENT).flatMap(({ examples: given }) => Object.keys(membersOf(given)))
    expect(ERROR_CODES.filter((code) => !examples.includes(code))).toEqual([])
  })

  test('is the same, byte for byte, whenever it is written', () => {
    expect(JSON.stringify(openApiDocument(DESCRIPTIONS, SERVER))).toBe(JSON.stringify(DOCUMENT))
  })

  test('names the server by its public address where that is known', () => {
    expect(at('servers')).toEqual([{ url: '/' }])
    const publicUrl = 'https://sigma.example'
    expect(openApiDocument(DESCRIPTIONS, { ...SERVER, publicUrl })['servers']).toEqual([{ url: publicUrl }])
  })

  test('can be of other operations, and lists their groups only', () => {
    const { tags, paths } = openApiDocument(METRICS_DESCRIPTIONS, SERVER)
    expect(tags).toMatchObject([{ name: 'Server' }])
    expect(Object.keys(membersOf(paths))).toEqual(['/metrics', '/healthz', '/readyz'])
  })
})

test('parts that differ under one name are named after who has them, and equal ones share their place', () => {
  const { share, parts } = createSharedParts('headers')
  const given = [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 2 }]
  const places = given.map((part, index) => share('match[id]', `get${index}`, part).$ref)
  expect(places).toEqual(
    ['match_id', 'match_id_get1', 'match_id_get2', 'match_id_get1'].map((name) => `#/components/headers/${name}`)
  )
  expect(Object.keys(parts())).toEqual(['match_id', 'match_id_get1', 'match_id_get2'])
  expect(() => share('match[id]', 'get2', { a: 4 })).toThrow('two parts of get2 are called match[id]')
})
