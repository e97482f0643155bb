import { expect, test } from 'vitest'
import type { Schema } from './open-api.ts'
import { schemaMembers } from './schema-members.ts'
import { schemaWords } from './schema-words.ts'

const PART: Schema = { type: 'object', required: ['size'], properties: { size: { type: 'integer' } } }

const resolve = (schema: Schema): Schema => (schema.$ref === undefined ? schema : PART)

const shown = (schema: Schema): readonly string[] =>
  schemaMembers(schema, resolve).map(
    ({ name, isRequired, schema: member }) => `${name}${isRequired ? '' : '?'}: ${schemaWords(member, resolve)}`
  )

const PUT: Schema = {
  type: 'object',
  required: ['op', 'at', 'rule'],
  properties: { op: { const: 'put' }, at: { type: 'string', format: 'date-time' }, rule: { type: 'string' } }
}

const REMOVE: Schema = {
  type: 'object',
  required: ['op', 'at', 'of'],
  properties: { op: { const: 'remove' }, at: { type: 'string', format: 'date-time' }, of: { $ref: '#/Part' } }
}

const MEMBERS = ['op: `put` `remove`', 'at: moment', 'rule?: text', 'of?: object', 'of.size: whole number']

test.each(['anyOf', 'oneOf'])(
  'a member of some alternatives is optional, and one of all says what each says: %s',
  (key) => {
    expect(shown({ [key]: [PUT, REMOVE] })).toEqual(MEMBERS)
  }
)

test('alternatives stand within lists and beside null, too', () => {
  const data = { anyOf: [{ type: 'array', items: { oneOf: [PUT, REMOVE] } }, { type: 'null' }] }
  expect(shown({ type: 'object', required: ['data'], properties: { data } })).toEqual([
    'data: list of object or `null`',
    ...MEMBERS.map((member) => `data[].${member}`)
  ])
})

test('a member that nothing fits is none', () => {
  expect(shown({ type: 'object', properties: { name: { not: {} }, note: { type: 'string' } } })).toEqual([
    'note?: text'
  ])
})
