import { compareCodePoints } from '../../indicator/code-points.ts'
import type { StoredKey } from '../../store/key-store.ts'
import type { Restriction } from '../sight/restriction.ts'

/** To what a key is restricted; `undefined` where it may see all that there is. */
export const restrictionOf = ({ maxTlp, feeds }: Pick<StoredKey, 'maxTlp' | 'feeds'>): Restriction | undefined => {
  if (maxTlp === undefined && feeds.length === 0) return undefined
  return { maxTlp, feeds: feeds.length === 0 ? undefined : [...new Set(feeds)].sort(compareCodePoints) }
}
