import { type Environment, CONFIG_VARIABLE, environmentLayer } from './environment-layer.ts'
import { type Flags, flagLayer } from './flag-layer.ts'
import type { Given, Layer, Origin } from './given.ts'
import { readEntries } from './read-entries.ts'
import { keyOf, SETTING_NAMES } from './setting-names.ts'
import { settingProblem } from './setting-problem.ts'
import { type Settings, settingsFrom } from './settings.ts'

/** Where settings come from, the strongest first. */
export interface Layers {
  /** By the key of the setting, and `config` for the file. */
  readonly flags: Flags
  readonly environment: Environment
  /** The text of a file, `undefined` where there is none. */
  readonly readFile: (path: string) => Promise<string | undefined>
}

/** Settings, and the layer that each of them came from, by key (`limits.max_line_length`). */
export interface LoadedSettings {
  readonly settings: Settings
  readonly origins: ReadonlyMap<string, Origin>
}

/** Read where no other file is named, if it is there. */
const DEFAULT_FILE = './sigmill.yml'

/**
 * The settings of a call: flag, then environment, then file, then default, each setting for itself. What is unknown or
 * outside its set throws `invalid_parameter` (a store URL `store_url`) with the layer, the setting, its value and what
 * is allowed. A value that a stronger layer replaces is not looked at.
 */
export const loadSettings = async ({ flags, environment, readFile }: Layers): Promise<LoadedSettings> => {
  const { config, ...others } = flags
  const fromFlags = flagLayer(others)
  const fromEnvironment = environmentLayer(environment)
  const fromFile = await readLayer(config, environment[CONFIG_VARIABLE], readFile)
  const given: Layer = new Map([...fromFile, ...fromEnvironment, ...fromFlags])
  refuseOpenSecret([...fromFile.values(), ...fromFlags.values()])
  return { settings: settingsFrom(readEntries(given)), origins: originsOf(given) }
}

const readLayer = async (
  flag: string | undefined,
  variable: string | undefined,
  readFile: Layers['readFile']
): Promise<Layer> => {
  const named = flag ?? variable
  const path = named ?? DEFAULT_FILE
  const text = await readFile(path)
  // Most calls have no file, and what reads one takes long to load.
  if (text !== undefined) return (await import('./file-layer.ts')).fileLayer(path, text)
  if (named === undefined) return new Map()
  const place = flag === undefined ? CONFIG_VARIABLE : '--config'
  throw settingProblem('config', `${place} names ${JSON.stringify(named)}, but there is no such file.`)
}

/** Command lines and files are seen by too many. */
const refuseOpenSecret = (given: readonly Given[]): void => {
  for (const { path, place } of given) {
    const name = SETTING_NAMES.find(({ key }) => key === keyOf(path))
    if (name?.description.isSecret !== true) continue
    throw settingProblem(name.key, `${place} lies open to others. Set ${name.variable} in the environment instead.`)
  }
}

const originsOf = (given: Layer): ReadonlyMap<string, Origin> => {
  const origins = new Map<string, Origin>(SETTING_NAMES.map(({ key }) => [key, 'default']))
  for (const [key, { origin }] of given) origins.set(key, origin)
  return origins
}
