import type { AwaitParts } from '../app/changes/await-changes.ts'
import type { ChangeFeed } from '../app/changes/changes.ts'
import type { Actor } from '../app/audit/actor.ts'
import type { BundleArchives } from '../app/bundles/bundle-archives.ts'
import type { Counting } from '../app/counting/counting.ts'
import type { Exports } from '../app/exports/exports.ts'
import type { Feeds } from '../app/feeds/feeds.ts'
import type { GuardKeeper } from '../app/guard/guard-keeper.ts'
import type { Keys } from '../app/keys.ts'
import type { Places } from '../app/places.ts'
import type { Plans } from '../app/plan/plans.ts'
import type { Taxii } from '../app/taxii/taxii.ts'
import type { Provenance } from '../app/why/provenance.ts'
import type { World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import type { HttpTimes } from './http-times.ts'
import type { KeptAnswers } from './kept/kept-answers.ts'
import type { Metrics } from './metrics/metrics.ts'

type Store = Awaited<ReturnType<World['openStore']>>

/** What the HTTP server stands on. What only some requests need is a promise, so that it can be loaded with the first of them. */
export interface AppParts extends Pick<World, 'version' | 'clock' | 'crypto' | 'pipeline'>, AwaitParts {
  readonly settings: Settings
  readonly exports: Exports
  /** Bounds the exports of every kind that are written at once. */
  readonly places: Places
  /** Exports that were given lately. */
  readonly kept: KeptAnswers
  readonly changes: () => Promise<ChangeFeed>
  readonly bundles: () => Promise<BundleArchives>
  readonly plans: () => Promise<Plans>
  readonly taxii: () => Promise<Taxii>
  readonly provenance: () => Promise<Provenance>
  readonly keys: Keys
  readonly store: Pick<Store, 'state' | 'counters'>
  readonly feeds: (actor: Actor) => Promise<Feeds>
  readonly guard: (actor: Actor) => Promise<GuardKeeper>
  readonly counting: Counting
  readonly metrics: Metrics
  readonly log: ReturnType<World['log']>
  /** Aborted once the server is not ready any more, before it stops; with that unless given. */
  readonly draining?: AbortSignal
  /** Times that differ from {@link HTTP_TIMES}. */
  readonly times?: Partial<HttpTimes>
}
