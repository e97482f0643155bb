import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeCrypto } from './crypto.ts'
import { isFolder, openFolder } from './folder.ts'
import type { InputSource } from './input-source.ts'
import { openInputs } from './open-inputs.ts'
import { writeFileAtomically } from './output-file.ts'
import { createSecretFile, readSecretFile } from './secret-file.ts'
import { readTextFile } from './text-file.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const root = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
const at = (...names: string[]): string => join(root, ...names)
const NOBODY = 65_534

/** Root may do everything, so the work is done as a user who may not. */
const unprivileged = async <T>(work: () => Promise<T>): Promise<T> => {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

async function* chunks(): AsyncGenerator<string> {
  yield 'new'
}

const readAll = async (paths: readonly string[]): Promise<readonly (readonly [string, string])[]> => {
  const found: InputSource[] = []
  for await (const input of openInputs(paths, Readable.from([]))) found.push(input)
  return Promise.all(found.map(async (input) => [input.name, await firstText(input)] as const))
}

const firstText = async (input: InputSource): Promise<string> => {
  try {
    for await (const chunk of input.open()) return Buffer.from(chunk).toString()
    return ''
  } catch (error) {
    return String(error instanceof Error && 'code' in error ? error.code : error)
  }
}

beforeAll(() => {
  chmodSync(root, 0o755)
  for (const folder of ['feeds', 'feeds/closed', 'feeds/open', 'locked']) mkdirSync(at(folder))
  for (const file of ['feeds/a.txt', 'feeds/closed/x.txt', 'feeds/open/b.txt', 'feeds/secret.txt', 'locked/out.yml']) {
    writeFileSync(at(file), 'readable')
    chmodSync(at(file), 0o644)
  }
  chmodSync(at('feeds/secret.txt'), 0)
  chmodSync(at('feeds/closed'), 0)
  chmodSync(at('locked'), 0o555)
})

afterAll(() => {
  for (const folder of ['feeds/closed', 'locked']) chmodSync(at(folder), 0o755)
  rmSync(root, { recursive: true })
})

describe.skipIf(process.platform === 'win32')('a user without permission', () => {
  test('reads the other files of a folder, and is told of each that is denied', async () => {
    expect(await unprivileged(() => readAll([at('feeds')]))).toEqual([
      [at('feeds', 'a.txt'), 'readable'],
      [at('feeds', 'closed'), 'input_denied'],
      [at('feeds', 'open', 'b.txt'), 'readable'],
      [at('feeds', 'secret.txt'), 'input_denied']
    ])
    expect(await unprivileged(() => readAll([at('feeds', 'closed', 'x.txt')]))).toEqual([
      [at('feeds', 'closed', 'x.txt'), 'input_denied']
    ])
  })

  test('is told what to grant', async () => {
    await expect(unprivileged(() => readTextFile(at('feeds', 'secret.txt')))).rejects.toMatchObject({
      code: 'input_denied',
      message: `"${at('feeds', 'secret.txt')}" may not be read by this user (EACCES). Grant read permission, for a folder also to enter it.`
    })
  })

  test('writes no file into a folder that is not open to it, and changes none there', async () => {
    const refusal = { code: 'disk_denied', message: saying('this user may not write there') }
    await expect(unprivileged(() => writeFileAtomically(at('locked', 'new.yml'), chunks()))).rejects.toMatchObject(
      refusal
    )
    await expect(unprivileged(() => writeFileAtomically(at('locked', 'out.yml'), chunks()))).rejects.toMatchObject(
      refusal
    )
    await expect(unprivileged(() => openFolder(at('locked', 'rules')))).rejects.toMatchObject(refusal)
    const folder = await unprivileged(() => openFolder(at('locked')))
    await expect(unprivileged(() => folder.writeIfChanged('out.yml', 'new'))).rejects.toMatchObject(refusal)
    await expect(unprivileged(() => folder.remove('out.yml'))).rejects.toMatchObject(refusal)
    expect(readFileSync(at('locked', 'out.yml'), 'utf8')).toBe('readable')
  })

  test('does not replace a write-protected file, although its folder is open', async () => {
    mkdirSync(at('shared'))
    chmodSync(at('shared'), 0o777)
    writeFileSync(at('shared', 'out.yml'), 'protected')
    chmodSync(at('shared', 'out.yml'), 0o444)
    await expect(unprivileged(() => writeFileAtomically(at('shared', 'out.yml'), chunks()))).rejects.toMatchObject({
      code: 'disk_denied'
    })
    expect(readFileSync(at('shared', 'out.yml'), 'utf8')).toBe('protected')
  })

  test('neither reads nor makes a secret that is not its own', async () => {
    const path = at('sigmill.db.secret')
    await createSecretFile(path, nodeCrypto)
    if (process.geteuid?.() === 0) {
      const denied = { code: 'input_denied' }
      await expect(unprivileged(() => readSecretFile(path))).rejects.toMatchObject(denied)
    }
    await expect(unprivileged(() => createSecretFile(at('locked', 'x'), nodeCrypto))).rejects.toMatchObject({
      code: 'disk_denied'
    })
  })

  test('is told that it may not look', async () => {
    await expect(unprivileged(() => isFolder(at('feeds', 'closed', 'x')))).rejects.toMatchObject({
      code: 'disk_denied'
    })
  })
})
