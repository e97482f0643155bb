import { expect, it } from 'vitest'
import { FORMATS } from './formats.ts'

it('gives every format a name of its own', () => {
  const names = FORMATS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

it('asks tables and lists last, because they take almost everything', () => {
  expect(FORMATS.slice(-2).map(({ name }) => name)).toEqual(['csv', 'list'])
})
