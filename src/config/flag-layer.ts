import type { Given, Layer } from './given.ts'
import { SETTING_NAMES } from './setting-names.ts'
import { unknownSetting } from './setting-problem.ts'

/** Values of flags by the key of their setting: `port`, `publisher.name`. Absent ones were not given. */
export type Flags = Readonly<Record<string, string | undefined>>

/** `--publisher-name` for `publisher.name`. */
const flagOf = (key: string): string => `--${key.replaceAll(/[._]/g, '-')}`

/** What the command line says. */
export const flagLayer = (flags: Flags): Layer => {
  const layer = new Map<string, Given>()
  for (const [key, value] of Object.entries(flags)) {
    if (value === undefined) continue
    const name = SETTING_NAMES.find((known) => known.key === key)
    if (name === undefined) throw unknownFlag(key)
    layer.set(key, { origin: 'flag', place: flagOf(key), path: name.path, value })
  }
  return layer
}

const unknownFlag = (key: string): Error => {
  const known = SETTING_NAMES.map((name) => name.key)
  return unknownSetting(flagOf(key), key, known)
}
