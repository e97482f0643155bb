import type { KEY } from '../../api/schemas/key.ts'
import type { Written } from '../../api/written.ts'
import type { Keys } from '../../app/keys.ts'
import { restrictionOf } from '../../app/keys/restriction-of.ts'
import { tierNamed } from '../../app/tier.ts'
import type { Settings } from '../../config/settings.ts'
import { formatInstant, type Instant } from '../../indicator/time.ts'

type StoredKey = Awaited<ReturnType<Keys['find']>>

/** What the object of a key shows besides what is kept of it. */
export interface KeySurroundings {
  readonly settings: Settings
  readonly now: Instant
  /** How often each key was used, by its id. */
  readonly requestTotals: ReadonlyMap<string, number>
  /** The key that it is shown to, where that is not the one who said everything of it. */
  readonly viewer: StoredKey | undefined
}

/** What answers show of a key. */
export type KeyObject = Written<typeof KEY>

const timeOrNull = (instant: Instant | undefined): string | null =>
  instant === undefined ? null : formatInstant(instant)

const listOrNull = (texts: readonly string[]): readonly string[] | null => (texts.length === 0 ? null : texts)

/** A restricted key is told of no feed but those in its own list. */
const shownFeeds = ({ feeds }: StoredKey, { viewer }: KeySurroundings): readonly string[] | null => {
  if (feeds.length === 0 || viewer === undefined || restrictionOf(viewer) === undefined) return listOrNull(feeds)
  return feeds.filter((feed) => viewer.feeds.includes(feed))
}

/** `live`, `expired` or `revoked` at a moment. */
const stateOf = ({ revoked, expires }: StoredKey, now: Instant): KeyObject['state'] => {
  if (revoked !== undefined) return 'revoked'
  return expires !== undefined && expires <= now ? 'expired' : 'live'
}

/** A secret that ends. */
type EndingSecret = StoredKey['secrets'][number] & { readonly until: Instant }

/** The secret that holds beside the newest one, while a rotation lasts. */
const previousOf = ({ secrets }: StoredKey, { settings, now }: KeySurroundings): KeyObject['previous_secret'] => {
  const previous = secrets.find((secret): secret is EndingSecret => secret.until !== undefined && secret.until > now)
  return previous === undefined
    ? null
    : { key_prefix: settings.keys.prefix + previous.hint, until: formatInstant(previous.until) }
}

/** A key as answers show it. Nothing of it tells its secret. */
export const keyObject = (key: StoredKey, surroundings: KeySurroundings): KeyObject => {
  const { settings, now, requestTotals } = surroundings
  const tier = tierNamed(settings, key.tier)
  return {
    id: key.id,
    key_prefix: settings.keys.prefix + key.hint,
    key_preview: `${settings.keys.prefix}••••••••`,
    name: key.name,
    account: key.account,
    tier: key.tier,
    scopes: key.scopes,
    state: stateOf(key, now),
    rate_limit_per_minute: tier?.requestsPerMinute ?? null,
    rate_limit_per_day: tier?.requestsPerDay ?? null,
    allowed_ips: listOrNull(key.networks),
    max_tlp: key.maxTlp ?? null,
    allowed_feeds: shownFeeds(key, surroundings),
    total_requests: requestTotals.get(key.id) ?? 0,
    last_used_at: timeOrNull(key.lastUsed?.at),
    last_used_from: key.lastUsed?.network ?? null,
    created_at: formatInstant(key.created),
    expires_at: timeOrNull(key.expires),
    revoked_at: timeOrNull(key.revoked?.at),
    revoked_reason: key.revoked?.why ?? null,
    previous_secret: previousOf(key, surroundings)
  }
}
