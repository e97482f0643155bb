import { expect, test } from 'vitest'
import { referencePage } from './reference-page.ts'
import { STYLE } from './style.ts'

const error = (code: string): object => ({ value: { error: { code, message: `what ${code} says` } } })

const GET_THINGS = {
  operationId: 'getThings',
  tags: ['Things'],
  summary: 'All things',
  description: 'In the order of their `names`.\n\nNothing is left out.',
  security: [{ Bearer: [] }],
  parameters: [
    { $ref: '#/components/parameters/Limit' },
    { name: 'page', in: 'query', required: true, schema: { type: 'integer' }, example: 2 },
    {
      name: 'kind',
      in: 'query',
      required: true,
      description: 'Which.',
      schema: { type: 'array', items: { enum: ['round', 'flat'] } },
      example: ['round', 'flat']
    }
  ],
  responses: {
    200: {
      description: 'The things.',
      headers: { 'X-Next': { $ref: '#/components/headers/Next' } },
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['data'],
            properties: {
              data: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
              total: { type: 'integer', minimum: 0 }
            }
          },
          example: { data: [{ name: 'a' }] }
        },
        'text/csv': { example: 'name\na\n' },
        'application/x-lines': {
          schema: { type: 'string' },
          'x-item-schema': { type: 'object', properties: { line: { type: 'integer' } } }
        }
      }
    },
    304: { description: 'Nothing changed.' },
    404: { $ref: '#/components/responses/Missing' }
  }
}

const POST_THINGS = {
  operationId: 'postThings',
  tags: ['Things'],
  summary: 'Makes a thing',
  security: [{ Bearer: [] }],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string', description: 'What it is called.' }, note: { type: 'string' } }
        },
        example: { name: "it's" }
      }
    }
  },
  responses: {
    201: { description: 'Made.' },
    400: {
      description: 'Refused.',
      content: { 'application/json': { examples: { broken: error('broken'), missing: error('missing') } } }
    }
  }
}

const DELETE_THING = {
  operationId: 'deleteThing',
  tags: ['Things'],
  summary: 'Removes a thing',
  security: [],
  parameters: [{ name: 'name', in: 'path', required: true, schema: {}, example: 'a b' }],
  requestBody: { content: { 'application/json': { example: {} } } },
  responses: { 204: { description: 'Gone.' } }
}

const DOCUMENT = {
  info: { title: 'Things', version: '1.2.3', description: 'Things of all kinds.' },
  tags: [
    { name: 'Things', description: 'What there is.' },
    { name: 'No things', description: '' }
  ],
  'x-unrouted': {
    405: { description: 'No.', content: { 'application/json': { examples: { wrong_method: error('wrong_method') } } } }
  },
  paths: {
    '/things': { get: GET_THINGS, head: { ...GET_THINGS, operationId: 'headThings' }, post: POST_THINGS },
    '/things/{name}': { delete: DELETE_THING }
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          part: { anyOf: [{ $ref: '#/components/schemas/Part' }, { type: 'null' }] }
        }
      },
      Part: { type: 'object', description: 'Of a thing.', properties: { size: { type: 'number' } } }
    },
    parameters: {
      Limit: {
        name: 'limit',
        in: 'query',
        description: 'How many.',
        schema: { type: 'integer', minimum: 1, maximum: 10_000 },
        example: 10
      }
    },
    headers: { Next: { description: 'What comes next.' } },
    responses: {
      Missing: {
        description: 'No such thing.',
        content: { 'application/json': { examples: { missing: error('missing') } } }
      }
    },
    securitySchemes: { Bearer: { type: 'http', description: 'A key behind `Bearer`.' } }
  }
}

/** What a reader sees, without the elements. */
const shownIn = (page: string): string =>
  page
    .slice(page.indexOf('</style>'))
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const withSummary = (summary: string): object => ({
  ...DOCUMENT,
  paths: { '/things': { get: { ...GET_THINGS, summary, operationId: `get"${summary}` } } }
})

test('shows every operation with its parameters, bodies and answers', () => {
  const shown = shownIn(referencePage(DOCUMENT))
  for (const text of [
    'Things of all kinds.',
    'Version 1.2.3',
    'A key behind Bearer.',
    'What there is.',
    'GET /things',
    'POST /things',
    'DELETE /things/{name}',
    'In the order of their names.',
    'limit whole number, 1 to 10,000',
    'kind required list of round flat',
    'What it is called.',
    'Nothing changed.',
    'What comes next.',
    'data[].part.size optional number',
    'total optional whole number',
    'line optional whole number'
  ]) {
    expect(shown).toContain(text)
  }
})

test('does not repeat HEAD beside GET', () => {
  expect(referencePage(DOCUMENT)).not.toContain('headThings')
})

test('gives a line for the shell, in which quotes cannot end the text', () => {
  const shown = shownIn(referencePage(DOCUMENT))
  expect(shown).toContain('curl -fsS -H "Authorization: Bearer $KEY" "$URL/things?page=2&kind=round,flat"')
  expect(shown).toContain(
    `curl -fsS -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" "$URL/things" \\\n  -d '{"name":"it'\\''s"}'`
  )
  expect(shown).toContain('curl -fsS -X DELETE -H "Content-Type: application/json" "$URL/things/a%20b"')
})

test('lists each error once, and links to it from its operations', () => {
  const page = referencePage(DOCUMENT)
  for (const code of ['broken', 'missing', 'wrong_method']) {
    expect(page.split(`id="error-${code}"`)).toHaveLength(2)
  }
  for (const code of ['broken', 'missing']) expect(page).toContain(`href="#error-${code}"`)
  expect(shownIn(page)).toContain('400, 404missing')
})

test('every link leads somewhere on the page', () => {
  const page = referencePage(DOCUMENT)
  for (const [, target = ''] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${target}"`)
})

test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onclick='x", '&lt;b&gt;', '</style><b>'])(
  'a text cannot become part of the page: %s',
  (hostile) => {
    const plain = referencePage(withSummary('x'))
    const page = referencePage(withSummary(hostile))
    const elements = (text: string): number => text.split('<').length
    expect(elements(page)).toBe(elements(plain))
    expect(shownIn(page)).toContain(hostile)
    expect(page).not.toMatch(/<(?:script|img|b)\b/)
    expect(page).not.toContain(hostile)
  }
)

test('runs nothing, and asks for nothing from anywhere', () => {
  const page = referencePage(DOCUMENT)
  expect(page).toContain(`<style>${STYLE}</style>`)
  expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)\b|\sstyle=|\son\w+=|url\(|@import/)
  expect(page.match(/\b(?:href|src)="(?!#)[^"]*"/g)).toEqual(['href="openapi.json"'])
})

test('a place that nothing stands at is a fault', () => {
  const paths = {
    '/things': { get: { ...GET_THINGS, responses: { 200: { $ref: '#/components/responses/Nothing' } } } }
  }
  expect(() => referencePage({ ...DOCUMENT, paths })).toThrow('nothing in the document stands at')
})
