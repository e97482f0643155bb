import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadedWhenCalled } from './app/loaded-when-called.ts'
import type { IngestInput } from './app/ingest-options.ts'
import { pipelineFile } from './app/pipelines.ts'
import type { OpenStore, World } from './app/world.ts'
import type { Settings } from './config/settings.ts'
import { systemClock as clock } from './platform/clock.ts'
import { nodeCrypto as crypto } from './platform/crypto.ts'
import { resolveHost } from './platform/fetch/resolve-host.ts'
import { isFolder, openFolder } from './platform/folder.ts'
import { isOfStore } from './platform/is-of-store.ts'
import { keepHeapSmall } from './platform/keep-heap-small.ts'
import { createLogger, type Logger } from './platform/log.ts'
import type { IsLeftOut } from './platform/open-inputs.ts'
import { writeFileAtomically } from './platform/output-file.ts'
import { osUser } from './platform/os-user.ts'
import { pause } from './platform/pause.ts'
import { openProgress } from './platform/progress.ts'
import { createSecretFile, readSecretFile, replaceSecretFile } from './platform/secret-file.ts'
import { openSpool } from './platform/spool.ts'
import { readTextFile } from './platform/text-file.ts'
import { openTree } from './platform/tree.ts'
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
  const { openInputs } = await import('./platform/open-inputs.ts')
  const { unpack } = await import('./platform/unpack.ts')
  for await (const source of openInputs(paths, process.stdin, isLeftOut)) {
    const { name, stem, modified } = source
    yield { name, stem, modified, open: () => unpack(source) }
  }
}

// The store, the server, the command line and what talks to others are loaded when they are wanted: that takes longer than
// most of what needs none of them.

const openStoreAt = async (path: string, { create, acceptClock = false }: OpenStore): Promise<IndicatorStore> => {
  const { openSqliteStore } = await import('./store/sqlite/sqlite-store.ts')
  return openSqliteStore(path, { now: () => clock.now(), acceptClock, create })
}

const secretSource: World['secretSource'] = ({ secret, formerSecret, db }) => {
  const path = `${db.path}.secret`
  const former = formerSecret === undefined ? [] : [formerSecret.reveal()]
  return {
    place: secret === undefined ? path : 'SIGMILL_SECRET',
    read: async () => [...(secret === undefined ? await readSecretFile(path) : [secret.reveal()]), ...former],
    create: async () => createSecretFile(path, crypto),
    replace: secret === undefined ? async (secrets) => replaceSecretFile(path, secrets) : undefined
  }
}

/** The outside as it is on this machine. */
export const createWorld = (version: string = programVersion()): World => ({
  version,
  user: osUser(),
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
  pause,
  openSpool,
  lockFile: async (path) => {
    const { lockFile } = await import('./store/sqlite/file-lock.ts')
    return lockFile(path)
  },
  samples: () => inputs(samplePaths()),
  pipeline,
  folder: openFolder,
  isFolder,
  tree: openTree,
  writeFile: writeFileAtomically,
  writeOut: async (chunks) => writeAll('standard output', process.stdout, chunks),
  isTerminal: process.stderr.isTTY,
  say: (line) => {
    process.stderr.write(`${line}\n`)
  },
  progress: (label) => openProgress(label, process.stderr),
  startServer: async (store, secrets, settings) => {
    const { startServer } = await import('./start-server.ts')
    return startServer({
      version,
      user: osUser(),
      store,
      secrets,
      settings,
      clock,
      crypto,
      pipeline,
      log: log(settings)
    })
  }
})

/** Runs one command line, given without the program's own name, and leaves its exit code to the process. */
export const main = async (argv: readonly string[]): Promise<void> => {
  keepHeapSmall()
  // Whoever read the messages may be gone; that is no reason to fail.
  process.stderr.on('error', () => {})
  const world = createWorld()
  const { explain, run } = await import('./cli/run.ts')
  process.on('uncaughtException', (error) => process.exit(explain(error, world)))
  process.exitCode = await run(argv, world)
}
