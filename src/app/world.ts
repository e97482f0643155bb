import type { Settings } from '../config/settings.ts'
import type { Clock } from '../platform/clock.ts'
import type { Crypto } from '../platform/crypto.ts'
import type { FetchUrl } from '../platform/fetch/fetch-url.ts'
import type { Folder } from '../platform/folder.ts'
import type { Logger } from '../platform/log.ts'
import type { Pause } from '../platform/pause.ts'
import type { Progress } from '../platform/progress.ts'
import type { AskServer } from '../platform/server/ask-server.ts'
import type { Spool } from '../platform/spool.ts'
import type { Tree } from '../platform/tree.ts'
import type { IndicatorStore } from '../store/indicator-store.ts'
import type { IngestInput } from './ingest-options.ts'
import type { PipelineName } from './pipelines.ts'
import type { SecretSource } from './keys/secret-source.ts'
import type { ServerSecrets } from './keys/server-secrets.ts'

/** How a command wants its store. */
export interface OpenStore {
  /** Whether a store that is not there is made; otherwise `store_missing`. */
  readonly create: boolean
  /** Lets an import go on although the newest change lies far ahead of the clock. */
  readonly acceptClock?: boolean
}

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:8787`, with the port that it was given. */
  readonly url: string
  /** The same of the port of the metrics, where they have one. */
  readonly metricsUrl: string | undefined
  /** Resolves when it has stopped after {@link stop} or a signal. */
  readonly stopped: Promise<void>
  stop(): void
}

/**
 * The outside, as `main.ts` opens it and the doors of the house hand it to the use cases. The command line and the
 * HTTP server see stores, files and the network through this only.
 */
export interface World {
  readonly version: string
  /** Who runs the program, as the system names them. */
  readonly user: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  readonly crypto: Crypto
  log(settings: Settings): Logger
  /** Text of a file, `undefined` where there is none. */
  readText(path: string): Promise<string | undefined>
  openStore(settings: Settings, how: OpenStore): Promise<IndicatorStore>
  /** A store that lives as long as the command and leaves nothing behind. */
  openScratchStore(): Promise<IndicatorStore>
  secretSource(settings: Settings): SecretSource
  /** Files, folders (walked, the store's own files left out) and `-` for standard input, unpacked. */
  inputs(paths: readonly string[], settings: Settings): AsyncIterable<IngestInput>
  /** Like {@link inputs}, with nothing left out. */
  files(paths: readonly string[]): AsyncIterable<IngestInput>
  /** What fetches feeds: the public internet, the networks that a request allows, the folders of the settings. */
  fetcher(settings: Settings): FetchUrl
  /** What asks a server that the operator named, wherever it is. */
  readonly askServer: AskServer
  readonly pause: Pause
  openSpool(): Promise<Spool>
  /**
   * Locks a file, which is made if it is not there, until it is released or the process ends; `undefined` while another
   * process holds it.
   */
  lockFile(path: string): Promise<(() => void) | undefined>
  /** The bundled sample feeds. */
  samples(): AsyncIterable<IngestInput>
  /** The text of a bundled processing pipeline. */
  pipeline(name: PipelineName): Promise<string>
  folder(path: string): Promise<Folder>
  isFolder(path: string): Promise<boolean>
  /** A folder with folders in it, whether it is there or not. */
  tree(path: string): Tree
  /** Whole or not at all. */
  writeFile(path: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void>
  /** Data for standard output, with back-pressure; a reader that goes away ends it quietly. */
  writeOut(chunks: AsyncIterable<string | Uint8Array>): Promise<void>
  /** Whether standard error is a terminal, where someone reads along. */
  readonly isTerminal: boolean
  /** A line for people on standard error. */
  say(line: string): void
  /** Shows itself on a terminal only. */
  progress(label: string): Progress
  startServer(store: IndicatorStore, secrets: ServerSecrets, settings: Settings): Promise<RunningServer>
}
