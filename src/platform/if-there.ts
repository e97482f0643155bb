import { errnoOf } from './errno.ts'

/** What a look at the disk gives, and `undefined` where there is nothing to look at. */
export const ifThere = async <T>(look: Promise<T>): Promise<T | undefined> => {
  try {
    return await look
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}
