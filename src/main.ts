import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { createChangeFeed } from './app/changes/changes.ts'
import { createExports } from './app/exports.ts'
import { createFeeds } from './app/feeds/feeds.ts'
import type { IngestInput } from './app/ingest-options.ts'
import { createKeys } from './app/keys.ts'
import { pipelineFile } from './app/pipelines.ts'
import { createProvenance } from './app/why/provenance.ts'
import type { OpenStore, RunningServer, World } from './app/world.ts'
import { explain, run } from './cli/run.ts'
import type { Settings } from './config/settings.ts'
import { systemClock as clock } from './platform/clock.ts'
import { nodeCrypto as crypto } from './platform/crypto.ts'
import { resolveHost } from './platform/fetch/resolve-host.ts'
import { isFolder, openFolder } from './platform/folder.ts'
import { isOfStore } from './platform/is-of-store.ts'
import { keepThread } from './platform/keep-thread.ts'
import { createLogger, type Logger } from './platform/log.ts'
import { type IsLeftOut, openInputs } from './platform/open-inputs.ts'
import { writeFileAtomically } from './platform/output-file.ts'
import { pause } from './platform/pause.ts'
import { openProgress } from './platform/progress.ts'
import { loadedWhenCalled } from './platform/loaded-when-called.ts'
import { createSecretFile, readSecret } from './platform/secret-file.ts'
import { openSpool } from './platform/spool.ts'
import { readTextFile } from './platform/text-file.ts'
import { unpack } from './platform/unpack.ts'
import { systemWait } from './platform/wait.ts'
import { writeAll } from './platform/write-all.ts'
import { Problem } from './problem/problem.ts'
import type { IndicatorStore } from './store/indicator-store.ts'

const beside = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

const programVersion = (): string => {
  const { version } = JSON.parse(readFileSync(beside('package.json'), 'utf8')) as { readonly version: string }
  return version
}

const samplePaths = (): readonly string[] => readdirSync(beside('samples')).map((name) => beside(`samples/${name}`))

const pipeline: World['pipeline'] = async (name) => {
  const path = beside(`pipelines/${pipelineFile(name)}`)
  const text = await readTextFile(path)
  if (text === undefined) throw new Problem('input_missing', `The file ${path} is missing: install sigmill anew.`)
  return text
}

const log = (settings: Settings): Logger => createLogger({ level: settings.log.level, keyPrefix: settings.keys.prefix })

/** Files as they are, opened and unpacked when their turn comes. */
async function* inputs(paths: readonly string[], isLeftOut?: IsLeftOut): AsyncGenerator<IngestInput> {
  for await (const source of openInputs(paths, process.stdin, isLeftOut)) {
    const { name, stem, modified } = source
    yield { name, stem, modified, open: () => unpack(source) }
  }
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

// The store and the server are loaded when they are wanted: that takes longer than most of what needs neither.

const openStoreAt = async (path: string, { create, acceptClock = false }: OpenStore): Promise<IndicatorStore> => {
  const { openSqliteStore } = await import('./store/sqlite/sqlite-store.ts')
  return openSqliteStore(path, { now: () => clock.now(), acceptClock, create })
}

/** What the server's thread hands to the one that keeps its feeds. */
export interface FeedWorkerData {
  /** Without the server secret, which runs of feeds have no use for. */
  readonly settings: Settings
}

/** The file beside this one, compiled or not. */
const feedWorkerFile = (): URL => new URL(import.meta.url.replace(/main(\.[jt]s)$/, 'feed-worker$1'))

const RESTART_MILLISECONDS = 10_000

/** Keeps the feeds of a store in a thread of their own; gives what ends it. A thread that fails is started again. */
const startFeedWorker = (settings: Settings): (() => Promise<void>) => {
  const workerData: FeedWorkerData = { settings: { ...settings, secret: undefined } }
  return keepThread({
    start: () => new Worker(feedWorkerFile(), { workerData }),
    onError: (error) => log(settings).error('feed worker failed', { error }),
    pause,
    restartMilliseconds: RESTART_MILLISECONDS
  })
}

const startServer = async (
  version: string,
  store: IndicatorStore,
  secret: string,
  settings: Settings
): Promise<RunningServer> => {
  const [{ createApp }, { listen }] = await Promise.all([import('./http/create-app.ts'), import('./http/listen.ts')])
  const app = createApp({
    clock,
    crypto,
    settings,
    store,
    pipeline,
    exports: createExports({ store, settings, clock, crypto, version }),
    changes: createChangeFeed({ store, settings, crypto, version }),
    pause,
    provenance: createProvenance({ store, settings, clock }),
    keys: createKeys({ store: store.keys, secret, settings, clock, crypto }),
    feeds: createFeeds({ store, settings, clock, crypto }),
    log: log(settings)
  })
  const { host, port } = settings
  const { url, close } = await listen(app, { host, port })
  const stopFeeds = startFeedWorker(settings)
  let stop = (): void => {}
  const told = new Promise<void>((resolve) => {
    stop = resolve
  })
  const end = async (): Promise<void> => {
    await Promise.all([close(), stopFeeds()])
  }
  return { url, stopped: Promise.race([told, signalled()]).then(end), stop }
}

const secretSource: World['secretSource'] = ({ secret, db }) => {
  const path = `${db.path}.secret`
  const place = { fromEnvironment: secret?.reveal(), path }
  return {
    place: secret === undefined ? path : 'SIGMILL_SECRET',
    read: async () => readSecret(place),
    create: async () => createSecretFile(path, crypto)
  }
}

/** The outside as it is on this machine. */
export const createWorld = (version: string = programVersion()): World => ({
  version,
  environment: process.env,
  clock,
  crypto,
  log,
  readText: readTextFile,
  openStore: async ({ db }, how) => openStoreAt(db.path, how),
  openScratchStore: async () => openStoreAt(':memory:', { create: true }),
  secretSource,
  inputs: (paths, { db }) => inputs(paths, isOfStore(db.path)),
  files: (paths) => inputs(paths),
  fetcher: ({ fetch: { folders } }) =>
    loadedWhenCalled(async () => {
      const { createFetchUrl } = await import('./platform/fetch/fetch-url.ts')
      return createFetchUrl({ clock, userAgent: `sigmill/${version}`, resolve: resolveHost, folders })
    }),
  askServer: loadedWhenCalled(async () => {
    const { createAskServer } = await import('./platform/server/ask-server.ts')
    return createAskServer({ userAgent: `sigmill/${version}`, resolve: resolveHost })
  }),
  wait: systemWait,
  openSpool,
  lockFile: async (path) => {
    const { lockFile } = await import('./store/sqlite/file-lock.ts')
    return lockFile(path)
  },
  samples: () => inputs(samplePaths()),
  pipeline,
  folder: openFolder,
  isFolder,
  writeFile: writeFileAtomically,
  writeOut: async (chunks) => writeAll('standard output', process.stdout, chunks),
  isTerminal: process.stderr.isTTY,
  say: (line) => {
    process.stderr.write(`${line}\n`)
  },
  progress: (label) => openProgress(label, process.stderr),
  startServer: async (store, secret, settings) => startServer(version, store, secret, settings)
})

/** Runs one command line, given without the program's own name, and leaves its exit code to the process. */
export const main = async (argv: readonly string[]): Promise<void> => {
  // Whoever read the messages may be gone; that is no reason to fail.
  process.stderr.on('error', () => {})
  const world = createWorld()
  process.on('uncaughtException', (error) => process.exit(explain(error, world)))
  process.exitCode = await run(argv, world)
}
