import { type Description, descriptionOf } from './description.ts'
import { type Heading, isHeading } from './setting-tree.ts'
import { SETTINGS } from './settings.ts'

/** Every variable of ours begins so. */
export const VARIABLE_PREFIX = 'SIGMILL_'

/** One setting under all its names. */
export interface SettingName {
  /** Its way through the tree of settings: `limits`, `maxLineLength`. */
  readonly path: readonly string[]
  /** Its name in messages, and its way through a file: `limits.max_line_length`. */
  readonly key: string
  /** `SIGMILL_LIMITS_MAX_LINE_LENGTH`. */
  readonly variable: string
  readonly description: Description
}

/** `max_line_length` for `maxLineLength`. */
export const fileWord = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const variableOf = (key: string): string => VARIABLE_PREFIX + key.replaceAll('.', '_').toUpperCase()

/** `limits.max_line_length` for the way there. */
export const keyOf = (path: readonly string[]): string => path.map(fileWord).join('.')

function* namesIn(heading: Heading, path: readonly string[]): Generator<SettingName> {
  for (const [name, schema] of Object.entries(heading.shape)) {
    const way = [...path, name]
    if (isHeading(schema)) yield* namesIn(schema, way)
    else yield { path: way, key: keyOf(way), variable: variableOf(keyOf(way)), description: descriptionOf(schema) }
  }
}

/** All settings that have a name of their own, in the order of the tree. */
export const SETTING_NAMES: readonly SettingName[] = [...namesIn(SETTINGS, [])]
