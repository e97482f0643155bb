import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { FORMATS } from './formats.ts'

it('gives every format a name of its own', () => {
  const names = FORMATS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

it('asks tables and lists last, because they take almost everything', () => {
  expect(FORMATS.slice(-2).map(({ name }) => name)).toEqual(['csv', 'list'])
})

it('says of every format in the documentation whether it is a list or a window', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/adding-a-feed-format.md'), 'utf8')
  const rows = page.split('\n').flatMap((line) => {
    const [, names = '', mode = ''] = line.split('|').map((cell) => cell.trim())
    return names.startsWith('`') ? names.split(', ').map((name) => [name.replaceAll('`', ''), mode] as const) : []
  })
  expect(new Map(rows)).toEqual(new Map(FORMATS.map(({ name, mode }) => [name, mode])))
})
