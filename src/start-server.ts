import { Worker } from 'node:worker_threads'
import { userActor } from './app/audit/actor.ts'
import { recordLimits } from './app/audit/record-limits.ts'
import { createCounting } from './app/counting/counting.ts'
import { keepCounting } from './app/counting/keep-counting.ts'
import { createExports } from './app/exports/exports.ts'
import { createKeys } from './app/keys.ts'
import type { ServerSecrets } from './app/keys/server-secrets.ts'
import { exportPlaces } from './app/places.ts'
import type { RunningServer, World } from './app/world.ts'
import type { Settings } from './config/settings.ts'
import { createApp } from './http/create-app.ts'
import type { AppParts } from './http/app-parts.ts'
import { createDraining } from './http/create-draining.ts'
import { keepAnswers } from './http/kept/kept-answers.ts'
import { listen, type Listening } from './http/listen.ts'
import { createMetrics } from './http/metrics/metrics.ts'
import { METRICS_OPERATIONS } from './http/operations.ts'
import { lateParts } from './late-parts.ts'
import { loadLate } from './load-late.ts'
import { keepThread } from './platform/keep-thread.ts'
import type { Logger } from './platform/log.ts'
import { pause } from './platform/pause.ts'
import type { IndicatorStore } from './store/indicator-store.ts'

/** What a server is started with. */
export interface ServerParts extends Pick<World, 'version' | 'user' | 'clock' | 'crypto' | 'pipeline'> {
  readonly store: IndicatorStore
  /** Of the store's API keys. */
  readonly secrets: ServerSecrets
  readonly settings: Settings
  readonly log: Logger
}

/** What the server's thread hands to the one that keeps its feeds. */
export interface FeedWorkerData {
  /** Without the server secrets, which runs of feeds have no use for. */
  readonly settings: Settings
}

/** The file beside this one, compiled or not. */
const feedWorkerFile = (): URL => new URL(import.meta.url.replace(/start-server(\.[jt]s)$/, 'feed-worker$1'))

const RESTART_MILLISECONDS = 10_000

/** Keeps the feeds of a store in a thread of their own; gives what ends it. A thread that fails is started again. */
const startFeedWorker = (settings: Settings, log: Logger): (() => Promise<void>) => {
  const workerData: FeedWorkerData = { settings: { ...settings, secret: undefined, formerSecret: undefined } }
  return keepThread({
    start: () => new Worker(feedWorkerFile(), { workerData }),
    onError: (error) => log.error('feed worker failed', { error }),
    pause,
    restartMilliseconds: RESTART_MILLISECONDS
  })
}

/** Resolves with the first signal to stop; the next one has its usual effect and ends the process at once. */
const signalled = async (): Promise<void> => {
  const signals = ['SIGINT', 'SIGTERM'] as const
  await new Promise<void>((resolve) => {
    const heard = (): void => {
      for (const signal of signals) process.off(signal, heard)
      resolve()
    }
    for (const signal of signals) process.on(signal, heard)
  })
}

/** Opens the port of the metrics, where there is to be one. The server does not stay without it. */
const listenForMetrics = async (parts: AppParts, closeServer: () => Promise<void>): Promise<Listening | undefined> => {
  const { host, port } = parts.settings.metrics
  if (port === undefined) return undefined
  try {
    return await listen(createApp(parts, METRICS_OPERATIONS), { host, port })
  } catch (error) {
    await closeServer()
    throw error
  }
}

/** Starts the server on an open store, and the thread that keeps its feeds. */
export const startServer = async (parts: ServerParts): Promise<RunningServer> => {
  const { version, user, store, secrets, settings, clock, crypto, pipeline, log } = parts
  await recordLimits(store.audit, settings, userActor(user), clock)
  const keys = createKeys({ store, secrets, settings, clock, crypto })
  const counting = createCounting({ counters: store.counters, clock, log, riders: [async () => keys.flush()] })
  const places = exportPlaces(settings)
  const kept = keepAnswers(settings.limits.keptMebibytes * 2 ** 20)
  const draining = createDraining({ pause })
  const appParts: AppParts = {
    version,
    clock,
    crypto,
    settings,
    store,
    pipeline,
    places,
    kept,
    exports: createExports({ store, settings, clock, crypto, version, places }),
    ...lateParts({ store, settings, clock, crypto, version, places }),
    pause,
    draining: draining.signal,
    keys,
    counting,
    metrics: createMetrics({ store, clock, kept }, { ofProcess: true }),
    log
  }
  const { host, port } = settings
  const { url, close } = await listen(createApp(appParts), { host, port })
  const metrics = await listenForMetrics(appParts, close)
  void loadLate(appParts)
  const stopCounting = keepCounting(counting, pause)
  const stopFeeds = startFeedWorker(settings, log)
  let stop = (): void => {}
  const told = new Promise<void>((resolve) => {
    stop = resolve
  })
  const end = async (): Promise<void> => {
    await draining.drain(settings.drainSeconds)
    await Promise.all([close(), stopFeeds()])
    // Whoever asks it learns until the end that the server is not ready.
    await metrics?.close()
    // What the last answers counted is written, too.
    await stopCounting()
  }
  return { url, metricsUrl: metrics?.url, stopped: Promise.race([told, signalled()]).then(end), stop }
}
