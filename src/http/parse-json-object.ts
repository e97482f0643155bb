import { JSONParser } from '@streamparser/json'
import { Problem } from '../problem/problem.ts'
import type { JsonObject } from './operation.ts'

/** The place behind which no JSON could follow what was read, for people. */
const breakOf = (text: string): string => {
  const parser = new JSONParser()
  parser.onValue = () => {}
  let line = 1
  let column = 1
  for (const character of text) {
    try {
      parser.write(character)
    } catch {
      return `at line ${line}, column ${column}`
    }
    column = character === '\n' ? 1 : column + 1
    if (character === '\n') line += 1
  }
  return 'at its end'
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('invalid_parameter', `The request body breaks the rules of JSON ${breakOf(text)}.`, {
      details: { reason: 'invalid JSON', place: breakOf(text) }
    })
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a JSON object. Throws `invalid_parameter` with the place where a text is none. */
export const parseJsonObject = (text: string): JsonObject => {
  if (text === '') throw new Problem('invalid_parameter', 'The request has no body; send an object as JSON.')
  const value = parse(text)
  if (isObject(value)) return value
  throw new Problem('invalid_parameter', 'The request body is JSON, but no object.')
}
