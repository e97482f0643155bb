import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import { errnoOf } from './errno.ts'

/** The sentence for a code of the system, and what to do. */
const denials: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there. Grant write permission on the file and its folder, or choose another place',
  EPERM: 'this user may not write there. Grant write permission on the file and its folder, or choose another place',
  EROFS: 'the disk is mounted read-only. Choose another place',
  EEXIST: 'a file of that name is in the way. Choose another place',
  ENOENT: 'its folder does not exist. Make the folder first',
  ENOTDIR: 'a part of its path is a file, not a folder. Check the path',
  EISDIR: 'it is a folder. Name a file',
  ENAMETOOLONG: 'its name is longer than the disk allows. Choose a shorter one'
}

/**
 * A failure to write `path` as a problem: `disk_full` where room or quota is used up, else `disk_denied`. What did
 * not come from the operating system is thrown on as it is.
 */
export const diskProblem = (path: string, error: unknown): Problem => {
  const code = errnoOf(error)
  if (code === undefined) throw error
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new Problem(
      'disk_full',
      `${printable(path)} cannot be written: there is no room left (${code}). Free some, or choose another place.`,
      { cause: error }
    )
  }
  const reason = denials[code] ?? 'the system refused it'
  return new Problem('disk_denied', `${printable(path)} cannot be written: ${reason} (${code}).`, { cause: error })
}

/** Does work on the disk; a failure of the operating system becomes a problem of `path`. */
export const onDisk = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw diskProblem(path, error)
  }
}
