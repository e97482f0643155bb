import { readEntries } from '../config/read-entries.ts'
import { SETTING_NAMES, type SettingName } from '../config/setting-names.ts'
import { longName, textFlag, type Flags } from './flag.ts'

/** The name of the flag that names the file of settings. */
const CONFIG = 'config'

/** `publisherName` for `publisher.name`, whose flag is `--publisher-name`. */
const flagName = (key: string): string => key.replaceAll(/[._](\w)/g, (_, letter: string) => letter.toUpperCase())

const defaults: unknown = readEntries(new Map())

const defaultText = ({ path, description }: SettingName): string => {
  if (description.initially !== undefined) return description.initially.replaceAll('`', '')
  let node = defaults
  for (const step of path) node = typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined
  return String(node)
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** The settings that a command line may carry. A secret may not: command lines are seen by too many. */
const NAMES = SETTING_NAMES.filter(({ description }) => description.isSecret !== true)

/** Every setting as a flag, and the file of settings; what a value must be is checked with the other layers. */
export const SETTING_FLAGS: Flags = Object.fromEntries([
  ...NAMES.map((name) => {
    const placeholder = name.key.split(/[._]/).at(-1)?.toUpperCase() ?? ''
    const summary = `${lowerFirst(name.description.about)} (default: ${defaultText(name)})`
    return [flagName(name.key), textFlag(placeholder, { summary, offer: name.description.choices })] as const
  }),
  [CONFIG, textFlag('FILE', { summary: 'a file of settings (default: ./sigmill.yml, if it is there)', offer: 'path' })]
])

const KEY_OF = new Map([...NAMES.map(({ key }) => [flagName(key), key] as const), [CONFIG, CONFIG] as const])

/** Picks the settings out of flags, by their keys. */
export const settingsIn = (flags: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> => {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(flags)) {
    const key = KEY_OF.get(name)
    if (key !== undefined && typeof value === 'string') found.set(key, value)
  }
  return Object.fromEntries(found)
}

/** Settings as the words of a command line that give them. */
export const settingWords = (settings: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(settings).flatMap(([key, text]) => [longName(flagName(key)), text])

/** The flags of settings with these keys, and of the file of settings: those that a command's help shows. */
export const shownSettings = (keys: readonly string[]): Flags => {
  const names = new Set([...keys.map(flagName), CONFIG])
  return Object.fromEntries(Object.entries(SETTING_FLAGS).filter(([name]) => names.has(name)))
}
