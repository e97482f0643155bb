import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { generateList } from '../../bench/generate-list.ts'
import { scratchFolder } from '../support/scratch.ts'

const VALUES = 200_000

/** Far less than the values, their rules or their ids take: a list, set or map of all of them would not fit. */
const HEAP_MIB = 80

const sigmill = async (...args: readonly string[]): Promise<string> => {
  // The values are those that are kept for documentation, which give rules only where that is wanted.
  const env = { ...process.env, SIGMILL_GUARD_DOCUMENTATION: 'inform' }
  const words = [`--max-old-space-size=${HEAP_MIB}`, 'bin/sigmill.js', ...args]
  const { stdout } = await promisify(execFile)(process.execPath, words, { env })
  return stdout
}

test(`${VALUES} values import, import again and export within ${HEAP_MIB} MiB of heap`, {
  timeout: 240_000
}, async () => {
  const folder = await scratchFolder()
  const list = join(folder, 'list.txt')
  const db = `sqlite:${join(folder, 'sigmill.db')}`
  await generateList(list, VALUES)
  const first = JSON.parse(await sigmill('import', list, '--db', db, '--json')) as { totals: Record<string, number> }
  expect(first.totals).toMatchObject({ read: VALUES, rejected: 0, changed: 0 })
  const again = JSON.parse(await sigmill('import', list, '--db', db, '--json')) as { totals: Record<string, number> }
  expect(again.totals).toMatchObject({ read: VALUES, new: 0, changed: 0, unchanged: VALUES })
  const rules = join(folder, 'rules.yml')
  await sigmill('rules', '--db', db, '-o', rules)
  expect((await stat(rules)).size).toBeGreaterThan(VALUES * 500)
})
