import { readFile } from 'node:fs/promises'
import { onTestFinished } from 'vitest'
import { DESCRIPTIONS, METRICS_DESCRIPTIONS } from '../../src/api/descriptions.ts'
import { createBundleArchives } from '../../src/app/bundles/bundle-archives.ts'
import { createCounting, type Counting } from '../../src/app/counting/counting.ts'
import { createChangeFeed } from '../../src/app/changes/changes.ts'
import { createExports } from '../../src/app/exports/exports.ts'
import { createFeeds } from '../../src/app/feeds/feeds.ts'
import { createGuardKeeper } from '../../src/app/guard/guard-keeper.ts'
import { mintSecret } from '../../src/app/keys/mint-secret.ts'
import { createKeys, READ_SCOPE, type Keys } from '../../src/app/keys.ts'
import { pipelineFile } from '../../src/app/pipelines.ts'
import { createTaxii } from '../../src/app/taxii/taxii.ts'
import { exportPlaces } from '../../src/app/places.ts'
import { createPlans } from '../../src/app/plan/plans.ts'
import { createProvenance } from '../../src/app/why/provenance.ts'
import type { Settings, Tier } from '../../src/config/settings.ts'
import { createApp } from '../../src/http/create-app.ts'
import type { HttpTimes } from '../../src/http/http-times.ts'
import { keepAnswers } from '../../src/http/kept/kept-answers.ts'
import { listen, type Listening } from '../../src/http/listen.ts'
import { createMetrics } from '../../src/http/metrics/metrics.ts'
import { METRICS_OPERATIONS, OPERATIONS } from '../../src/http/operations.ts'
import type { SettableClock } from '../../src/platform/clock.ts'
import { nodeCrypto } from '../../src/platform/crypto.ts'
import { createLogger } from '../../src/platform/log.ts'
import { pause, type Pause } from '../../src/platform/pause.ts'
import type { IndicatorStore } from '../../src/store/indicator-store.ts'
import type { StoredKey } from '../../src/store/key-store.ts'
import { importInputs, textInput } from '../support/feeds.ts'
import { secretsOf } from '../support/secrets.ts'
import { defaultSettings } from '../support/settings.ts'
import { storeWithClock } from '../support/stores.ts'
import { ask, type Asked, type Question } from './ask.ts'

/** What a journey may want to be different. */
export interface ServerOptions {
  readonly settings?: (defaults: Settings) => Settings
  readonly times?: Partial<HttpTimes>
  /** Aborted once the server is not ready any more. */
  readonly draining?: AbortSignal
  /** How answers that wait let time pass. */
  readonly pause?: Pause
  /** Milliseconds that answers have when the server is told to stop. */
  readonly graceMs?: number
  /** Another store than a new one, with its clock. */
  readonly over?: { readonly store: IndicatorStore; readonly clock: SettableClock }
  /** The addresses at which it listens. */
  readonly addresses?: readonly [string, ...string[]]
  /** Whether it is the port of the metrics. */
  readonly isForMetrics?: boolean
}

/** A server on a free port, over a store of its own, with a key of each tier. */
export interface TestServer extends Listening {
  readonly store: IndicatorStore
  readonly clock: SettableClock
  readonly keys: Keys
  readonly counting: Counting
  readonly pro: string
  readonly free: string
  /** Everything that was logged, a JSON object a line. */
  readonly log: readonly string[]
  /** A Pro key of the account `tests` that reads, but for what is said. */
  keyWith(parts: Partial<StoredKey>): Promise<string>
  /** A Pro key with other scopes than usual. */
  keyWithScopes(...scopes: readonly string[]): Promise<string>
  /** Asks with the Pro key, unless the question has another. */
  ask(path: string, question?: Question): Promise<Asked>
  /** Takes in a plain list of values. */
  import(...values: readonly string[]): Promise<void>
  /** The same from a feed of another name. */
  importFeed(feed: string, ...values: readonly string[]): Promise<void>
  /** Takes in a feed of any format, under a name. */
  importText(feed: string, text: string): Promise<void>
}

/** Changes figures of one tier. */
export const withTier =
  (name: string, figures: Partial<Tier>) =>
  (settings: Settings): Settings => ({
    ...settings,
    tiers: settings.tiers.map((tier) => (tier.name === name ? { ...tier, ...figures } : tier))
  })

/** Starts a server that stops when the test is over. */
export const startServer = async (options: ServerOptions = {}): Promise<TestServer> => {
  const { store, clock } = options.over ?? (await storeWithClock())
  const settings = (options.settings ?? ((defaults) => defaults))(await defaultSettings())
  const secrets = await secretsOf(store)
  const keys = createKeys({ store, secrets, settings, clock, crypto: nodeCrypto })

  const keyWith = async (parts: Partial<StoredKey>): Promise<string> => {
    const [server] = await secrets.live()
    const { text, secret } = mintSecret(nodeCrypto, settings.keys.prefix, server)
    const key: StoredKey = {
      id: nodeCrypto.randomUuid(),
      account: 'tests',
      name: 'test',
      tier: 'pro',
      scopes: [READ_SCOPE],
      networks: [],
      maxTlp: undefined,
      feeds: [],
      created: clock.now(),
      expires: undefined,
      revoked: undefined,
      hint: secret.hint,
      secrets: [secret],
      lastUsed: undefined,
      ...parts
    }
    await store.keys.add(key, 50)
    return text
  }

  const pro = await keyWith({})
  const free = await keyWith({ tier: 'free' })
  const log: string[] = []
  const logger = createLogger(
    { level: 'info', keyPrefix: settings.keys.prefix },
    { write: (line) => void log.push(line) }
  )
  const counting = createCounting({ counters: store.counters, clock, log: logger, riders: [async () => keys.flush()] })
  const places = exportPlaces(settings)
  const kept = keepAnswers(settings.limits.keptMebibytes * 2 ** 20)
  const app = createApp(
    {
      version: '0.0.0',
      settings,
      store,
      keys,
      feeds: async (actor) => createFeeds({ store, settings, clock, crypto: nodeCrypto, actor }),
      guard: async (actor) => createGuardKeeper({ store, clock, actor }, settings),
      counting,
      metrics: createMetrics({ store, clock, kept }, { ofProcess: false }),
      clock,
      times: options.times ?? {},
      ...(options.draining === undefined ? {} : { draining: options.draining }),
      crypto: nodeCrypto,
      pipeline: async (name) => readFile(new URL(`../../pipelines/${pipelineFile(name)}`, import.meta.url), 'utf8'),
      places,
      kept,
      exports: createExports({ store, settings, clock, crypto: nodeCrypto, version: '0.0.0', places }),
      bundles: async () =>
        createBundleArchives({ store, settings, clock, crypto: nodeCrypto, version: '0.0.0', places }),
      plans: async () => createPlans({ store, settings, clock, places }),
      changes: async () => createChangeFeed({ store, settings, crypto: nodeCrypto, version: '0.0.0', places }),
      pause: options.pause ?? pause,
      taxii: async () => createTaxii({ store, settings, crypto: nodeCrypto }),
      provenance: async () => createProvenance({ store, settings, clock }),
      log: logger
    },
    options.isForMetrics === true ? METRICS_OPERATIONS : OPERATIONS
  )
  const descriptions = options.isForMetrics === true ? METRICS_DESCRIPTIONS : DESCRIPTIONS
  const listening = await listen(app, {
    host: 'tests',
    port: 0,
    graceMs: options.graceMs ?? 0,
    addressesOf: async () => options.addresses ?? ['127.0.0.1']
  })
  onTestFinished(async () => {
    await listening.close()
  })
  const importText = async (feed: string, text: string): Promise<void> => {
    const { totals } = await importInputs(store, clock, [textInput(feed, text)], { feed })
    if (totals.accepted === 0) throw new Error(`nothing of ${feed} was taken in`)
  }
  const importFeed = async (feed: string, ...values: readonly string[]): Promise<void> => {
    if (values.length > 0) await importText(feed, values.join('\n'))
  }
  return {
    ...listening,
    store,
    clock,
    keys,
    counting,
    pro,
    free,
    log,
    keyWith,
    keyWithScopes: (...scopes) => keyWith({ scopes }),
    ask: (path, question = {}) => ask(listening.url, path, { key: pro, descriptions, ...question }),
    import: (...values) => importFeed('list', ...values),
    importFeed,
    importText
  }
}

/** So many addresses of a block that is reserved for benchmarks, RFC 2544. */
export const addresses = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const number = from + index
    return `198.18.${(number >> 8) & 255}.${number & 255}`
  })
