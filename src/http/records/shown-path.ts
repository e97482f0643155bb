import { splitTarget } from '../requests/request-target.ts'

const decoded = (path: string): string => {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * The path of a target as the log shows it: as it came, but decoded where that is what shows a key in it, so that the log
 * knows it for one and takes it out.
 */
export const shownPath = (target: string, keyPrefix: string): string => {
  const { path } = splitTarget(target)
  const text = decoded(path)
  return text.includes(keyPrefix) ? text : path
}
