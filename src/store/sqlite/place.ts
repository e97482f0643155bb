import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { Problem } from '../../problem/problem.ts'

/** Where the file of a store is. */
export interface Place {
  readonly path: string
  /** Whether the store is to last beyond its process. */
  readonly isLasting: boolean
  /** Removes what must not outlive the store. */
  readonly leave: () => void
}

/** A file in a temporary folder of its own, which goes with the store or, at the latest, with the process. */
const throwAway = (): Place => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const leave = (): void => {
    process.off('exit', remove)
    remove()
  }
  return { path: join(folder, 'store.db'), isLasting: false, leave }
}

/** One spelling per file, so that two ways to a store lead to one lock. */
const canonical = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path))

/** The place of the store at a path; the empty path and `:memory:` stand for one that is thrown away. */
export const placeOf = (path: string, create: boolean): Place => {
  if (path === '' || path === ':memory:') return throwAway()
  const whole = resolve(path)
  if (!existsSync(dirname(whole))) {
    throw new Problem(
      'store_missing',
      `There is no folder ${dirname(whole)} for the store ${basename(whole)}. Make it, or name another place.`,
      { details: { place: whole } }
    )
  }
  if (!create && !existsSync(whole)) throw storeMissing(whole)
  return { path: canonical(whole), isLasting: true, leave: () => undefined }
}

/** There is no store where one has to be. */
export const storeMissing = (path: string): Problem =>
  new Problem('store_missing', `There is no store at ${path}. Make one by an import, or name another place.`, {
    details: { place: path }
  })
