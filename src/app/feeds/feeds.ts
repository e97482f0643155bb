import type { Settings } from '../../config/settings.ts'
import { INSTANTS_PER_SECOND } from '../../indicator/time.ts'
import { nearest } from '../../indicator/nearest.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import type { FeedStanding, FeedState, FeedStore, StoredFeed } from '../../store/feed-store.ts'
import type { AuditValue } from '../../store/audit-store.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import type { Actor } from '../audit/actor.ts'
import type { AuditEvent } from '../audit/audit-events.ts'
import { auditRecord } from '../audit/audit-record.ts'
import { longestLookback } from '../tier.ts'
import { withdrawFeed } from '../withdraw-feed.ts'
import { editedParts, type FeedEdit, readFeedEdit } from './feed-edit.ts'
import { shownFeedUrl } from './feed-json.ts'
import { readFeedRequest, type FeedReading, type FeedRequest } from './feed-request.ts'
import { toldChanges } from './told-changes.ts'

/** The use cases around feeds that are fetched on a schedule. What names no feed throws `not_found`. */
export interface Feeds {
  /** By name. */
  list(): Promise<readonly StoredFeed[]>
  find(name: string): Promise<StoredFeed>
  /** Its first run is due at once. Throws `invalid_parameter` or `feed_exists`. */
  add(request: FeedRequest, from: Pick<FeedReading, 'isRemote' | 'nameOf'>): Promise<StoredFeed>
  /**
   * Says something of a feed anew; what it said of indicators stays until a run says it anew, too. The feed is due at
   * once, and read whole. Throws `invalid_parameter`.
   */
  edit(name: string, edit: FeedEdit, from: Pick<FeedReading, 'isRemote' | 'nameOf'>): Promise<StoredFeed>
  /** A feed that is enabled anew is due at once, and read whole. */
  setStanding(name: string, standing: FeedStanding): Promise<StoredFeed>
  /** Approves the size with which a feed came, and makes it due. Throws `feed_state` where nothing is held. */
  approve(name: string): Promise<StoredFeed>
  /** Makes a feed due. Throws `feed_state` where it is not enabled. */
  runSoon(name: string): Promise<StoredFeed>
  /**
   * Withdraws what the feed said of indicators, then forgets the feed; gives how many indicators that concerned.
   * Throws `feed_state` while it is being fetched.
   */
  remove(name: string): Promise<number>
}

/** What {@link createFeeds} stands on. */
export interface FeedParts {
  readonly store: IndicatorStore
  readonly settings: Settings
  readonly clock: Clock
  readonly crypto: Crypto
  /** Who changes feeds. */
  readonly actor: Actor
}

/** How long a removal keeps runs away: longer than withdrawing a large feed takes, and not for ever if it is cut off. */
const REMOVAL_INSTANTS = 30 * 60 * INSTANTS_PER_SECOND

const NO_RUNS: Omit<FeedState, 'nextRun'> = {
  lastRun: undefined,
  lastGoodRun: undefined,
  failures: 0,
  etag: undefined,
  lastModified: undefined,
  cursor: undefined,
  size: undefined,
  heldSize: undefined,
  approvedSize: undefined,
  alarm: undefined
}

/** Without these, no server answers that nothing is new. */
const READ_WHOLE: Pick<FeedState, 'etag' | 'lastModified'> = { etag: undefined, lastModified: undefined }

const EVENT_OF = {
  enabled: 'feed_enabled',
  disabled: 'feed_disabled',
  frozen: 'feed_frozen'
} as const satisfies Record<FeedStanding, AuditEvent>

const wrongState = (sentence: string): Problem => new Problem('feed_state', sentence)

const approved = (name: string, state: FeedState): FeedState => {
  if (state.heldSize === undefined) throw wrongState(`Nothing of the feed ${printable(name)} waits for approval.`)
  return { ...state, approvedSize: state.heldSize, heldSize: undefined, alarm: undefined }
}

/** Feeds over a store. */
export const createFeeds = ({ store, settings, clock, crypto, actor }: FeedParts): Feeds => {
  /** The feeds of the store, of which every write leaves an entry in the audit trail. */
  const audited = (event: AuditEvent, feed: string, details: Readonly<Record<string, AuditValue>> = {}): FeedStore =>
    store.audited(auditRecord(clock, actor, event, { feed, ...details })).feeds

  const missing = async (name: string): Promise<Problem> => {
    const hint = nearest(
      name,
      (await store.feeds.list()).map(({ record }) => record.name)
    )
    return new Problem(
      'not_found',
      `There is no feed ${printable(name)} that is fetched.${hint === undefined ? '' : ` Did you mean ${printable(hint)}?`}`,
      hint === undefined ? {} : { details: { nearest: hint } }
    )
  }

  const find = async (name: string): Promise<StoredFeed> => {
    const feed = await store.feeds.find(name)
    if (feed === undefined) throw await missing(name)
    return feed
  }

  const changeState = async (
    name: string,
    change: (before: FeedState) => FeedState,
    feeds = store.feeds
  ): Promise<StoredFeed> => {
    if ((await feeds.saveState(name, change)) === undefined) throw await missing(name)
    return find(name)
  }

  const makeDue = async (name: string): Promise<StoredFeed> =>
    changeState(name, (state) => ({ ...state, nextRun: clock.now() }), audited('feed_run', name))

  /** Makes a feed that had no runs due, to be read whole: what aged meanwhile comes back from no "unchanged". */
  const makeDueAnew = async (name: string): Promise<StoredFeed> =>
    changeState(name, (state) => ({ ...state, ...READ_WHOLE, nextRun: clock.now() }))

  const reading = (from: Pick<FeedReading, 'isRemote' | 'nameOf'>): FeedReading => ({
    ...from,
    now: clock.now(),
    longestLifetimeDays: longestLookback(settings),
    keyPrefix: settings.keys.prefix
  })

  return {
    find,
    list: () => store.feeds.list(),

    async add(request, from) {
      const record = readFeedRequest(request, reading(from))
      const state = { ...NO_RUNS, nextRun: record.added }
      await audited('feed_added', record.name, { url: shownFeedUrl(record.url) }).add(record, state)
      return { record, state }
    },

    async edit(name, edit, from) {
      const { record } = await find(name)
      const after = readFeedEdit(record, edit, reading(from))
      const feeds = audited('feed_changed', name, {
        parts: editedParts(edit),
        ...toldChanges(record, after, edit),
        ...(edit.url === undefined ? {} : { url: shownFeedUrl(after.url) })
      })
      if (!(await feeds.replace(after))) throw await missing(name)
      return changeState(name, (state) => ({ ...state, ...READ_WHOLE, cursor: undefined, nextRun: clock.now() }))
    },

    async setStanding(name, standing) {
      const { record } = await find(name)
      // Before runs begin, so that none asks with what is to be forgotten.
      if (standing === 'enabled' && record.standing !== 'enabled') await makeDueAnew(name)
      if (!(await audited(EVENT_OF[standing], name).setStanding(name, standing))) throw await missing(name)
      return find(name)
    },

    async approve(name) {
      const { state } = await find(name)
      return changeState(
        name,
        (before) => ({ ...approved(name, before), nextRun: clock.now() }),
        audited('feed_approved', name, { size: state.heldSize ?? null })
      )
    },

    async runSoon(name) {
      const { record } = await find(name)
      if (record.standing === 'enabled') return makeDue(name)
      throw wrongState(`The feed ${printable(name)} is ${record.standing}; enable it first.`)
    },

    async remove(name) {
      await find(name)
      const now = clock.now()
      const holder = crypto.randomUuid()
      if (!(await store.feeds.claim(name, { holder, until: now + REMOVAL_INSTANTS }, now))) {
        throw wrongState(`The feed ${printable(name)} is being fetched; remove it when the run is over.`)
      }
      try {
        // A removal that is cut off leaves a feed without runs, which can be removed again.
        await audited('feed_removed', name).setStanding(name, 'disabled')
        const withdrawn = await withdrawFeed(store, name)
        await store.feeds.remove(name)
        return withdrawn
      } finally {
        await store.feeds.release(name, holder)
      }
    }
  }
}
