import { link, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import type { Crypto } from './crypto.ts'
import { diskProblem, onDisk } from './disk-problem.ts'
import { errnoOf } from './errno.ts'
import { ifThere } from './if-there.ts'
import { inputProblem } from './input-problem.ts'
import { placeFile } from './temporary-file.ts'

/** The owner may read and write, nobody else anything. */
const OWNER_ONLY = 0o600
const OTHERS = 0o077

const SECRET_BYTES = 32
const FEWEST_CHARACTERS = 32

/**
 * The server secrets in a file, one a line, the newer first; none where there is no file yet. A file that other users may
 * read, or that holds too little, is refused with `invalid_parameter`; one that may not be read with `input_denied`.
 */
export const readSecretFile = async (path: string): Promise<readonly string[]> => {
  try {
    return (await ifThere(readForOwner(path))) ?? []
  } catch (error) {
    throw inputProblem(path, error)
  }
}

const textOf = (secrets: readonly string[]): string => secrets.map((secret) => `${secret}\n`).join('')

/** Puts secrets in place of the file that is there, whole, for its owner alone, and safe on the disk. */
export const replaceSecretFile = async (path: string, secrets: readonly string[]): Promise<void> => {
  await onDisk(path, () =>
    placeFile(dirname(path), textOf(secrets), { mode: OWNER_ONLY, durable: true }, (temporary) =>
      rename(temporary, path)
    )
  )
}

/**
 * Makes the file of a new secret, whole and for its owner alone, and gives the secret. Where another process was
 * quicker, its file stays and its secret is given.
 */
export const createSecretFile = async (path: string, crypto: Crypto): Promise<string> => {
  const secret = Buffer.from(crypto.randomBytes(SECRET_BYTES)).toString('hex')
  try {
    await placeFile(dirname(path), textOf([secret]), { mode: OWNER_ONLY, durable: true }, async (temporary) => {
      // A rename would replace the file of whoever was quicker; a link does not.
      await link(temporary, path)
    })
    return secret
  } catch (error) {
    const [theirs] = errnoOf(error) === 'EEXIST' ? await readSecretFile(path) : []
    if (theirs !== undefined) return theirs
    throw diskProblem(path, error)
  }
}

const readForOwner = async (path: string): Promise<readonly string[]> => {
  const handle = await open(path, 'r')
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw noFile(path)
    // Windows keeps no permission bits; it shows the same for every file.
    if (process.platform !== 'win32' && (stats.mode & OTHERS) !== 0) throw exposed(path)
    const secrets = (await handle.readFile('utf8'))
      .trim()
      .split('\n')
      .map((line) => line.trim())
    if (secrets.some(({ length }) => length < FEWEST_CHARACTERS)) throw tooShort(path)
    return secrets
  } finally {
    await handle.close()
  }
}

const noFile = (path: string): Problem =>
  new Problem(
    'invalid_parameter',
    `${printable(path)} stands where the server secret belongs, and is no file. Bring back the file it was.`,
    { details: { parameter: 'secret' } }
  )

const exposed = (path: string): Problem =>
  new Problem(
    'invalid_parameter',
    `Other users may read the server secret in ${printable(path)}. Run chmod 600 on it.`,
    {
      details: { parameter: 'secret' }
    }
  )

const tooShort = (path: string): Problem =>
  new Problem(
    'invalid_parameter',
    `The server secret in ${printable(path)} has fewer than ${FEWEST_CHARACTERS} characters. Bring back the file it was.`,
    { details: { parameter: 'secret' } }
  )
