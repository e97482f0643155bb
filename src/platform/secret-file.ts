import { link, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import type { Crypto } from './crypto.ts'
import { diskProblem } from './disk-problem.ts'
import { errnoOf } from './errno.ts'
import { ifThere } from './if-there.ts'
import { inputProblem } from './input-problem.ts'
import { placeFile } from './temporary-file.ts'

/** The owner may read and write, nobody else anything. */
const OWNER_ONLY = 0o600
const OTHERS = 0o077

const SECRET_BYTES = 32
const FEWEST_CHARACTERS = 32

/** Where a server secret may stand. */
export interface SecretPlace {
  /** The value of the environment variable, which goes before the file. */
  readonly fromEnvironment: string | undefined
  readonly path: string
}

/**
 * The server secret, `undefined` where there is none yet. A file that other users may read, or that holds too little,
 * is refused with `invalid_parameter`; one that may not be read with `input_denied`.
 */
export const readSecret = async ({ fromEnvironment, path }: SecretPlace): Promise<string | undefined> =>
  fromEnvironment ?? (await readSecretFile(path))

/**
 * Makes the file of a new secret, whole and for its owner alone, and gives the secret. Where another process was
 * quicker, its file stays and its secret is given.
 */
export const createSecretFile = async (path: string, crypto: Crypto): Promise<string> => {
  const secret = Buffer.from(crypto.randomBytes(SECRET_BYTES)).toString('hex')
  try {
    await placeFile(dirname(path), `${secret}\n`, { mode: OWNER_ONLY, durable: true }, async (temporary) => {
      // A rename would replace the file of whoever was quicker; a link does not.
      await link(temporary, path)
    })
    return secret
  } catch (error) {
    const theirs = errnoOf(error) === 'EEXIST' ? await readSecretFile(path) : undefined
    if (theirs !== undefined) return theirs
    throw diskProblem(path, error)
  }
}

const readSecretFile = async (path: string): Promise<string | undefined> => {
  try {
    return await ifThere(readForOwner(path))
  } catch (error) {
    throw inputProblem(path, error)
  }
}

const readForOwner = async (path: string): Promise<string> => {
  const handle = await open(path, 'r')
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw noFile(path)
    // Windows keeps no permission bits; it shows the same for every file.
    if (process.platform !== 'win32' && (stats.mode & OTHERS) !== 0) throw exposed(path)
    const secret = (await handle.readFile('utf8')).trim()
    if (secret.length < FEWEST_CHARACTERS) throw tooShort(path)
    return secret
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
