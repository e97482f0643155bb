import { expect, test } from 'vitest'
import { KINDS } from './kind.ts'
import { KIND_DEFINITIONS } from './kinds.ts'

test('every kind has its definition under its own name', () => {
  expect(Object.keys(KIND_DEFINITIONS)).toEqual([...KINDS])
  for (const kind of KINDS) expect(KIND_DEFINITIONS[kind].kind).toBe(kind)
})
