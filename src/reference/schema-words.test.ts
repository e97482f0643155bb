import { expect, test } from 'vitest'
import type { Schema } from './open-api.ts'
import { schemaWords } from './schema-words.ts'

const resolve = (schema: Schema): Schema => (schema.$ref === undefined ? schema : { enum: ['low', 'high'] })

test.each<[Schema, string]>([
  [{ type: 'string' }, 'text'],
  [{ type: 'string', format: 'date-time' }, 'moment'],
  [{ type: 'string', format: 'email' }, 'text'],
  [{ type: 'boolean' }, '`true` or `false`'],
  [{ type: 'integer', minimum: 1, maximum: 10_000 }, 'whole number, 1 to 10,000'],
  [{ type: 'integer', minimum: 0 }, 'whole number'],
  [{ type: 'number', exclusiveMinimum: 0, maximum: 3_650 }, 'number, more than 0 and at most 3,650'],
  [{ type: 'number', exclusiveMinimum: 0 }, 'number, more than 0'],
  [{ type: 'string', pattern: '^/' }, 'text that fits `^/`'],
  [{ type: 'string', format: 'date', pattern: '^\\d' }, 'day'],
  [{ type: 'integer', minimum: 2 }, 'whole number, at least 2'],
  [{ type: 'number', maximum: 5 }, 'number, at most 5'],
  [{ type: 'object' }, 'object'],
  [{ type: ['string', 'null'] }, 'text or `null`'],
  [{ type: 'array', items: { type: 'string' } }, 'list of text'],
  [{ type: 'array' }, 'list'],
  [{ const: 7 }, '`7`'],
  [{ $ref: '#/components/schemas/Level' }, '`low` `high`'],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'text or `null`'],
  [{ type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] }, 'moment or day'],
  [{ oneOf: [{ type: 'object' }, { type: 'object', required: ['a'] }] }, 'object'],
  [
    { anyOf: [{ enum: ['a', 'b'] }, { type: 'null' }, { enum: ['b', 'c'] }, { const: 'd' }] },
    '`a` `b` `c` `d` or `null`'
  ],
  [{ type: 'array', items: { oneOf: [{ type: 'object' }, { type: 'object' }] } }, 'list of object'],
  [{ not: {} }, ''],
  [{}, 'any JSON']
])('%j is called %s', (schema, words) => {
  expect(schemaWords(schema, resolve)).toBe(words)
})
