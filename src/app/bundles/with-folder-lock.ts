import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import type { World } from '../world.ts'

const LOCK_FILE = '.sigmill-bundle.lock'

/** Lets one run at a time work on a folder, which is made if it is not there. Throws `folder_busy`. */
export const withFolderLock = async <T>(
  { tree, lockFile }: Pick<World, 'tree' | 'lockFile'>,
  path: string,
  work: () => Promise<T>
): Promise<T> => {
  await tree(path).make()
  const release = await lockFile(`${path}/${LOCK_FILE}`)
  if (release === undefined) {
    throw new Problem('folder_busy', `Another run works on ${printable(path)}. Let it finish.`)
  }
  try {
    return await work()
  } finally {
    release()
  }
}
