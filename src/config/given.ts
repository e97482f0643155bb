/** Where a value comes from, the strongest first. */
export type Origin = 'flag' | 'environment' | 'file' | 'default'

/** A value that somebody gave. */
export interface Given {
  readonly origin: Origin
  /** For messages: `--port`, `SIGMILL_PORT`, `port in ./sigmill.yml`. */
  readonly place: string
  /** The way through the tree of settings. */
  readonly path: readonly string[]
  readonly value: unknown
}

/** The values of one layer, by key. */
export type Layer = ReadonlyMap<string, Given>
