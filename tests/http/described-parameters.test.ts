import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { DESCRIPTIONS } from '../../src/api/descriptions.ts'
import type { KeyedDescription } from '../../src/api/description.ts'
import type { Parameter } from '../../src/api/parameter.ts'
import { GET_BUNDLE } from '../../src/api/operations/get-bundle.ts'
import { PLAN_TARGET } from '../../src/api/parameters/names.ts'
import { SCOPE_NAMES } from '../../src/api/scopes.ts'
import { fillTemplate } from '../../src/http/requests/path-template.ts'
import { refusalOf, type Asked } from './ask.ts'
import { startServer, type TestServer } from './test-server.ts'

/** What only another answer gives. */
const OPAQUE = new Set(['cursor', 'next'])

/** What goes with another parameter only. */
const BESIDE: Readonly<Record<string, string>> = { raw: '&format=csv' }

interface Case {
  readonly described: KeyedDescription
  readonly parameter: Parameter
}

const CASES: readonly Case[] = DESCRIPTIONS.flatMap((described): readonly Case[] =>
  described.security === 'open' || described.method !== 'GET'
    ? []
    : described.parameters.filter(({ name }) => !OPAQUE.has(name)).map((parameter) => ({ described, parameter }))
)

const whole = z.object({ minimum: z.number().optional(), maximum: z.number().optional() })

const words = (schema: z.ZodType): readonly string[] => {
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  return schema instanceof z.ZodArray && schema.element instanceof z.ZodEnum ? schema.element.options.map(String) : []
}

/** The example, every word of a set, and the bounds of a number. */
const rightValues = ({ described, parameter: { schema, example } }: Case): readonly string[] => {
  // Of the types, a SIEM may be unable to look some up.
  const all = described.name === GET_BUNDLE.name ? [] : words(schema)
  const { minimum } = whole.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  return [example, ...all, ...(minimum === undefined ? [] : [String(minimum)])]
}

/** What lies outside of a set or of bounds. */
const wrongValues = ({ schema }: Parameter): readonly string[] => {
  const { minimum, maximum } = whole.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  const beyond = [...(minimum === undefined ? [] : [minimum - 1]), ...(maximum === undefined ? [] : [maximum + 1])]
  return [...beyond.map(String), ...(words(schema).length === 0 && beyond.length === 0 ? [] : ['nonsense', '1.5'])]
}

const send = async (server: TestServer, key: string, { described, parameter }: Case, value: string): Promise<Asked> => {
  const values = new Map(described.pathParameters.map(({ name, example }) => [name, encodeURIComponent(example)]))
  const others = described.parameters.filter(({ name, isRequired }) => isRequired === true && name !== parameter.name)
  const rest = others.map(({ name, example }) => `&${name}=${example}`).join('') + (BESIDE[parameter.name] ?? '')
  const query = `${encodeURIComponent(parameter.name)}=${encodeURIComponent(value)}${rest}`
  return server.ask(`${fillTemplate(described.path, values)}?${query}`, { key })
}

/** Whether this parameter is what an answer refuses. */
const isRefused = ({ parameter }: Case, { status, text }: Asked): boolean =>
  status === 400 && text.includes(parameter.name) && refusalOf(text).message.startsWith(parameter.name)

describe.each(CASES)('$parameter.name of $described.path', (asked) => {
  test('is read as its schema says', async () => {
    const server = await startServer()
    const key = await server.keyWithScopes(...SCOPE_NAMES)
    for (const value of rightValues(asked)) {
      expect([value, isRefused(asked, await send(server, key, asked, value))]).toEqual([value, false])
    }
    for (const value of wrongValues(asked.parameter)) {
      expect([value, isRefused(asked, await send(server, key, asked, value))]).toEqual([value, true])
    }
  })
})

test('a plan cannot be had without its target', async () => {
  const server = await startServer()
  const { status, text } = await server.ask('/api/v1/plan')
  expect([status, refusalOf(text).message]).toEqual([400, expect.stringMatching(new RegExp(`^${PLAN_TARGET.name}: `))])
})
