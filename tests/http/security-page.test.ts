import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

test('every proof that the page on security names is there', () => {
  const page = readFileSync(inProject('docs/security.md'), 'utf8')
  const named = [...page.matchAll(/`((?:src|tests)\/[^`]+)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(inProject(path)))).toEqual([])
})
