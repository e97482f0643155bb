import { Problem } from '../../problem/problem.ts'
import { lockFile } from './file-lock.ts'

/** Takes the place of the one server on a store: a lock on a file beside it. Gives the function that releases it. */
export const lockForServing = (store: string): (() => void) => {
  const release = lockFile(`${store}-serving`)
  if (release !== undefined) return release
  throw new Problem(
    'store_serving',
    `Another server already serves ${store}. Stop it, or give this one a store of its own.`,
    { details: { place: store } }
  )
}
