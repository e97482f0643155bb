import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openFolder } from './folder.ts'
import { writeFileAtomically } from './output-file.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const folder = mkdtempSync(join(tmpdir(), 'sigmill-test-'))

const shell = (command: string): boolean => spawnSync('sh', ['-c', command, folder]).status === 0

/** A disk of 64 KiB, where the system lets this user mount one. */
const isMounted = shell('mount -t tmpfs -o size=64k tmpfs "$0"')

afterAll(() => {
  if (isMounted) shell('umount "$0"')
  rmSync(folder, { recursive: true })
})

async function* chunks(): AsyncGenerator<string> {
  for (let number = 0; number < 100; number++) yield 'x'.repeat(1024)
}

test.skipIf(!isMounted)('a disk that runs full says so and keeps what it held (needs the right to mount)', async () => {
  const full = { code: 'disk_full', message: saying('there is no room left (ENOSPC)') }
  const path = join(folder, 'rules.yml')
  writeFileSync(path, 'old')
  await expect(writeFileAtomically(path, chunks())).rejects.toMatchObject(full)
  const rules = await openFolder(folder)
  await expect(rules.writeIfChanged('rules.yml', 'x'.repeat(100 * 1024))).rejects.toMatchObject(full)
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['rules.yml'])
})
