import { JSONParser } from '@streamparser/json'
import { Problem } from '../../problem/problem.ts'
import type { JsonObject } from '../operation.ts'
import { findBreak, type ReadOn } from './find-break.ts'

/** Reads JSON on, piece by piece. */
export const beginJson = (): ReadOn => {
  const parser = new JSONParser()
  parser.onValue = () => {}
  return (text) => {
    try {
      parser.write(text)
      return true
    } catch {
      return false
    }
  }
}

/** The place behind which no JSON could follow what was read, for people. */
const placeOf = (text: string): string => {
  const before = findBreak(text, beginJson)
  if (before === undefined) return 'at its end'
  const lines = before.split('\n')
  return `at line ${lines.length}, column ${Array.from(lines.at(-1) ?? '').length + 1}`
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    const place = placeOf(text)
    throw new Problem('invalid_parameter', `The request body breaks the rules of JSON ${place}.`, {
      details: { reason: 'invalid JSON', place }
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
