import { userInfo } from 'node:os'

/** The name of the user who runs this process, or the number where it has no name, as in containers. */
export const osUser = (): string => {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}
