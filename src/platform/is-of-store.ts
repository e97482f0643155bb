import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { IsLeftOut } from './open-inputs.ts'

const SECRET = '.secret'
const LOCKS = ['-serving', '-serving-journal', '-writing', '-writing-journal']

/** What lies beside a store under its name: the files of SQLite, the locks of its server and its writers, its secret. */
const ENDINGS = ['', '-journal', '-wal', '-shm', ...LOCKS, SECRET]

/** A secret reads like a SHA-256 hash, so that of another store in the folder is left out too. */
const isSecretOfStore = (file: string): boolean => file.endsWith(SECRET) && existsSync(file.slice(0, -SECRET.length))

/** Says which files of a folder are the store's own, and no feeds. Other files whose names begin alike are feeds. */
export const isOfStore = (store: string): IsLeftOut => {
  const own = new Set(ENDINGS.map((ending) => resolve(`${store}${ending}`)))
  return (file) => own.has(resolve(file)) || isSecretOfStore(file)
}
