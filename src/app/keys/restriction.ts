import { Problem } from '../../problem/problem.ts'
import type { StoredKey } from '../../store/key-store.ts'

/** Whether a key may see only some of what there is. */
export const isRestricted = ({ maxTlp, feeds }: Pick<StoredKey, 'maxTlp' | 'feeds'>): boolean =>
  maxTlp !== undefined || feeds.length > 0

/** Refuses a key that may see only some of what there is, rather than let it see too much. */
export const requireUnrestricted = (key: Pick<StoredKey, 'maxTlp' | 'feeds'>): void => {
  if (!isRestricted(key)) return
  throw new Problem(
    'insufficient_scope',
    'The API key is restricted by TLP level or feed, and nothing is handed out to such keys.',
    { details: { required: 'read:iocs', max_tlp: key.maxTlp ?? null, allowed_feeds: key.feeds } }
  )
}
