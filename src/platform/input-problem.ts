import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import { errnoOf } from './errno.ts'

/**
 * A failure to read `path` as a problem: `input_missing` or `input_denied`. What did not come from the operating
 * system is thrown on as it is.
 */
export const inputProblem = (path: string, error: unknown): Problem => {
  const code = errnoOf(error)
  switch (code) {
    case undefined:
      throw error
    case 'ENOENT':
    case 'ENOTDIR':
      return new Problem('input_missing', `There is no file or folder ${printable(path)}. Check the path.`, {
        cause: error
      })
    case 'EACCES':
    case 'EPERM':
      return new Problem(
        'input_denied',
        `${printable(path)} may not be read by this user (${code}). Grant read permission, for a folder also to enter it.`,
        { cause: error }
      )
    default:
      return new Problem('input_denied', `${printable(path)} cannot be read (${code}). Check the disk and the path.`, {
        cause: error
      })
  }
}
