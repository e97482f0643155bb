import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { nodeCrypto } from './crypto.ts'
import { createSecretFile, readSecretFile, replaceSecretFile } from './secret-file.ts'

const root = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
afterAll(() => rmSync(root, { recursive: true }))
const newPath = (): string => join(mkdtempSync(join(root, 'case-')), 'sigmill.db.secret')

const read = async (path: string): Promise<string | undefined> => (await readSecretFile(path))[0]

test('without a file there is no secret yet', async () => {
  expect(await read(newPath())).toBeUndefined()
})

test('a new secret is 256 random bits in a file of its owner, and is read back', async () => {
  const path = newPath()
  const secret = await createSecretFile(path, nodeCrypto)
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(readFileSync(path, 'utf8')).toBe(`${secret}\n`)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(path, '..'))).toEqual(['sigmill.db.secret'])
  expect(await read(path)).toBe(secret)
  expect(await createSecretFile(newPath(), nodeCrypto)).not.toBe(secret)
})

test("a new secret takes its place before the one that is there, and the file stays its owner's alone", async () => {
  const path = newPath()
  const former = await createSecretFile(path, nodeCrypto)
  const secrets = ['n'.repeat(64), former]
  await replaceSecretFile(path, secrets)
  expect(await readSecretFile(path)).toEqual(secrets)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(path, '..'))).toEqual(['sigmill.db.secret'])
  await replaceSecretFile(path, secrets.slice(0, 1))
  expect(readFileSync(path, 'utf8')).toBe(`${'n'.repeat(64)}\n`)
})

test('lines may end in any way', async () => {
  const path = newPath()
  writeFileSync(path, `${'a'.repeat(32)}\r\n  ${'b'.repeat(40)}\n`, { mode: 0o600 })
  expect(await readSecretFile(path)).toEqual(['a'.repeat(32), 'b'.repeat(40)])
})

test('of several that make one at once, one wins and all get its secret', async () => {
  const path = newPath()
  const secrets = await Promise.all(Array.from({ length: 10 }, () => createSecretFile(path, nodeCrypto)))
  expect(new Set(secrets)).toEqual(new Set([await read(path)]))
  expect(readdirSync(join(path, '..'))).toEqual(['sigmill.db.secret'])
})

test.skipIf(process.platform === 'win32').each([0o640, 0o604, 0o660])(
  'a file of mode %o is refused with the remedy',
  async (mode) => {
    const path = newPath()
    await createSecretFile(path, nodeCrypto)
    chmodSync(path, mode)
    const refusal = {
      code: 'invalid_parameter',
      message: `Other users may read the server secret in "${path}". Run chmod 600 on it.`
    }
    await expect(read(path)).rejects.toMatchObject(refusal)
    await expect(createSecretFile(path, nodeCrypto)).rejects.toMatchObject(refusal)
  }
)

test.each(['', 'short\n', `${'a'.repeat(64)}\nshort\n`])('a file that holds %j is refused', async (text) => {
  const path = newPath()
  writeFileSync(path, text, { mode: 0o600 })
  await expect(read(path)).rejects.toMatchObject({
    code: 'invalid_parameter',
    message: `The server secret in "${path}" has fewer than 32 characters. Bring back the file it was.`
  })
})

test('a folder that is not there is said so', async () => {
  const path = join(root, 'nowhere', 'x')
  await expect(createSecretFile(path, nodeCrypto)).rejects.toMatchObject({ code: 'disk_denied' })
  await expect(replaceSecretFile(path, ['a'])).rejects.toMatchObject({ code: 'disk_denied' })
})

test('a folder in the place of the file is refused as what it is, whatever its mode', async () => {
  for (const mode of [0o700, 0o755]) {
    chmodSync(root, mode)
    await expect(read(root)).rejects.toThrow(`"${root}" stands where the server secret belongs, and is no file.`)
  }
})
