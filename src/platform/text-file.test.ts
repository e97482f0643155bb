import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readTextFile } from './text-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a file gives its text, and no file nothing', async () => {
  writeFileSync(join(folder, 'sigmill.yml'), 'port: 8787\n')
  expect(await readTextFile(join(folder, 'sigmill.yml'))).toBe('port: 8787\n')
  expect(await readTextFile(join(folder, 'nothing.yml'))).toBeUndefined()
  expect(await readTextFile(join(folder, 'sigmill.yml', 'below'))).toBeUndefined()
})

test('a folder is no file', async () => {
  await expect(readTextFile(folder)).rejects.toMatchObject({ code: 'input_denied' })
})
