import { Database } from './driver.ts'
import { Problem } from '../../problem/problem.ts'

/** `SQLITE_IOERR` of `SQLITE_IOERR_WRITE`: https://www.sqlite.org/rescode.html#primary_result_codes_versus_extended_result_codes */
const primaryCode = (code: string): string => code.split('_').slice(0, 2).join('_')

/** Whether another connection holds a lock that this one waited for. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && primaryCode(error.code) === 'SQLITE_BUSY'

/** The code that SQLite uses for what the operating system says to Node. */
const SYSTEM_CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'SQLITE_FULL',
  EDQUOT: 'SQLITE_FULL',
  EACCES: 'SQLITE_PERM',
  EPERM: 'SQLITE_PERM',
  EROFS: 'SQLITE_READONLY',
  ENOENT: 'SQLITE_CANTOPEN',
  ENOTDIR: 'SQLITE_CANTOPEN'
}

const codeOf = (error: Error): string | undefined => {
  if (error instanceof Database.SqliteError) return error.code
  return 'code' in error && typeof error.code === 'string' ? SYSTEM_CODES[error.code] : undefined
}

/** Gives an error of SQLite or of the file system the code and the sentence of a problem; anything else stays what it is. */
export const asProblem = (error: unknown, place: string): unknown => {
  if (!(error instanceof Error)) return error
  const code = codeOf(error)
  if (code === undefined) return error
  const options = { details: { place, sqlite: code }, cause: error }
  switch (primaryCode(code)) {
    case 'SQLITE_FULL':
      return new Problem(
        'disk_full',
        `There is no room left on the disk for ${place}. Free some and try again.`,
        options
      )
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_AUTH':
      return new Problem(
        'disk_denied',
        `${place} cannot be opened for writing. It has to be a file, and the file and its folder have to be writable.`,
        options
      )
    case 'SQLITE_IOERR':
      return new Problem(
        'disk_denied',
        `The disk fails to read or write ${place} (${code}). Check the disk, its mount and its quota.`,
        options
      )
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new Problem(
        'store_busy',
        `Another process has held ${place} for too long. Let it finish, or stop it, and try again.`,
        options
      )
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new Problem(
        'store_damaged',
        `${place} is damaged or no store at all (${error.message}). Bring back a copy, or name another place.`,
        options
      )
    default:
      return error
  }
}

/** Runs an action and gives its failures as problems that name the place. */
export const naming = <T>(place: string, action: () => T): T => {
  try {
    return action()
  } catch (error) {
    throw asProblem(error, place)
  }
}
