import type { Settings } from '../../config/settings.ts'
import { dayOfInstant } from '../../indicator/time.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Crypto } from '../../platform/crypto.ts'
import type { FetchUrl } from '../../platform/fetch/fetch-url.ts'
import type { Logger } from '../../platform/log.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import type { FeedRun, FeedState, StoredFeed } from '../../store/feed-store.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { protocolFor } from '../collect/protocols.ts'
import type { Collected, CollectedInputs, Protocol } from '../collect/protocol.ts'
import { lifeOfFeed } from '../feed-lives.ts'
import { type Admission, judgeSize } from '../feed-size.ts'
import { inView } from '../in-view.ts'
import { ingest } from '../ingest.ts'
import type { FeedReport, IngestReport } from '../ingest-report.ts'
import type { GuardedBy } from '../verdict.ts'
import { failureState, goodState, heldState, type RunEnd } from './feed-outcome.ts'
import { headersOf } from './feed-headers.ts'
import { type HeldFeed, holdFeed } from './held-feed.ts'

/** What the runs of feeds stand on. */
export interface RunFeedParts {
  readonly store: IndicatorStore
  readonly settings: Settings
  readonly clock: Clock
  readonly crypto: Crypto
  readonly fetch: FetchUrl
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly guard: () => Promise<GuardedBy>
  readonly log: Logger
  /** Ends a run before its time. */
  readonly signal?: AbortSignal
  /** Called now and then with the number of values read and settled so far. */
  readonly onProgress?: (read: number, settled: number) => void
}

/** What came of fetching and taking in. */
interface Taken {
  readonly report: IngestReport
  readonly feed: FeedReport | undefined
  readonly collected: CollectedInputs
}

/**
 * Fetches a feed that was added and takes in what came; gives how the run ended, which its state remembers. Throws
 * `not_found`, and `feed_state` where another process is fetching it.
 */
export const runFeed = async (parts: RunFeedParts, name: string): Promise<FeedRun> => {
  const { store, clock, crypto } = parts
  const feed = await store.feeds.find(name)
  if (feed === undefined) throw new Problem('not_found', `There is no feed ${printable(name)} that is fetched.`)
  const { standing } = feed.record
  if (standing !== 'enabled') {
    throw new Problem('feed_state', `The feed ${printable(name)} is ${standing}; enable it first.`)
  }
  const held = await holdFeed(store.feeds, name, clock, crypto)
  if (held === undefined) {
    throw new Problem('feed_state', `The feed ${printable(name)} is being fetched by another run; wait for its end.`)
  }
  try {
    const change = await perform(parts, feed, held)
    const state = await store.feeds.saveState(name, change, held.holder)
    if (state?.lastRun === undefined) throw new Problem('feed_state', `The feed ${printable(name)} was taken over.`)
    tell(parts, name, state, state.lastRun)
    return state.lastRun
  } finally {
    await held.release()
  }
}

const tell = ({ log }: RunFeedParts, feed: string, { alarm }: FeedState, { outcome, counts }: FeedRun): void => {
  const fields = { feed, outcome, ...counts }
  if (alarm === undefined) log.info('feed read', fields)
  else log.warn('feed needs a look', { ...fields, alarm: alarm.code, reason: alarm.message })
}

type StateChange = (before: FeedState) => FeedState

/** A fault of the program itself ends a run like any other, so that it is not tried again at once. */
const problemOf = ({ log }: RunFeedParts, feed: string, error: unknown): Problem => {
  if (error instanceof Problem) return error
  log.error('feed run failed', { feed, error })
  return new Problem('internal_error', 'A fault of sigmill itself ended the run; its log has the details.', {
    cause: error
  })
}

/** Runs a feed that is held, and gives what the run makes of its state. */
const perform = async (parts: RunFeedParts, feed: StoredFeed, held: HeldFeed): Promise<StateChange> => {
  const end: RunEnd = { record: feed.record, at: parts.clock.now(), due: feed.state.nextRun }
  let collected: Collected | undefined
  try {
    const protocol = protocolFor(feed.record.format)
    collected = await collect(parts, end, feed, protocol)
    if (collected.kind === 'unchanged') {
      await markRead(parts, end)
      return goodState(end)
    }
    const report = await takeIn(parts, end, feed, { protocol, inputs: collected.inputs, held })
    return await conclude(parts, end, { report, feed: report.feeds[0], collected })
  } catch (error) {
    if (parts.signal?.aborted === true || isTakenOver(error)) throw error
    return failureState(end, problemOf(parts, feed.record.name, error))
  } finally {
    if (collected?.kind === 'inputs') await collected.close()
  }
}

const isTakenOver = (error: unknown): boolean => error instanceof Problem && error.code === 'feed_state'

/**
 * Asks for what is new. The first run of a day always reads the whole feed, because only reading it shows that its
 * indicators are still listed on that day.
 */
const collect = async (
  { store, environment, fetch, signal }: RunFeedParts,
  { at }: RunEnd,
  { record, state }: StoredFeed,
  protocol: Protocol
): Promise<Collected> => {
  const [lastRead] = await inView(store, async (view) => view.readDays(record.name))
  const { etag, lastModified, cursor } = state
  const wasReadToday = lastRead === dayOfInstant(at)
  return protocol.collect(
    {
      url: record.url,
      headers: headersOf(record, environment),
      allowNetworks: record.allowNetworks,
      validators: wasReadToday || protocol.isIncremental ? { etag, lastModified } : undefined,
      cursor,
      signal
    },
    fetch
  )
}

/** What a run takes in, and how it holds on to its feed meanwhile. */
interface Intake {
  readonly protocol: Protocol
  readonly inputs: CollectedInputs['inputs']
  readonly held: HeldFeed
}

/** Everything of a run counts as of the moment at which it began, also when midnight passes. */
const takeIn = async (
  parts: RunFeedParts,
  { at }: RunEnd,
  { record, state }: StoredFeed,
  { protocol, inputs, held }: Intake
): Promise<IngestReport> => {
  const { store, settings, guard, signal, onProgress } = parts
  const { name, confidence, industries, role, tlp, threatTypes, licence, lifetimeDays, mode } = record
  const { isIncremental } = protocol
  return ingest(
    inputs,
    store,
    { now: () => at },
    {
      feed: name,
      format: protocol.format ?? record.format,
      defaults: { confidence, industries, role, tlp, threatTypes, licence },
      maxLineLength: settings.limits.maxLineLength,
      onlyWhole: true,
      mayBeEmpty: true,
      guard,
      lifeOf: (feed) => lifeOfFeed({ store, settings }, feed, at, lifetimeDays),
      modeOf: (format) => mode ?? (isIncremental ? 'window' : (format?.mode ?? 'list')),
      async admit(size) {
        await held.renew()
        return judgeSize(size, { ...settings.feeds, approved: state.approvedSize, isIncremental })
      },
      async proceed() {
        signal?.throwIfAborted()
        await held.renew()
      },
      ...(onProgress === undefined ? {} : { onProgress })
    }
  )
}

const conclude = async (parts: RunFeedParts, end: RunEnd, { report, feed, collected }: Taken): Promise<StateChange> => {
  const problem = report.files.find((file) => file.problem !== undefined)?.problem
  if (problem !== undefined) {
    const isWhole = (name: string): boolean =>
      report.files.some((file) => file.file === name && file.problem === undefined)
    return failureState(end, problem, report, collected.partial?.(isWhole))
  }
  const admission: Admission = feed?.admission ?? { kind: 'take' }
  const size = feed?.size ?? 0
  if (admission.kind !== 'take') return heldState(end, admission, size, report)
  await markRead(parts, end)
  return goodState(end, { report, size, progress: collected.finish() })
}

const markRead = async ({ store }: RunFeedParts, { record, at }: RunEnd): Promise<void> =>
  store.write((transaction) => transaction.markRead(record.name, dayOfInstant(at)))
