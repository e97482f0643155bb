import type { Given, Layer } from './given.ts'
import { SETTING_NAMES, VARIABLE_PREFIX } from './setting-names.ts'
import { settingProblem, unknownSetting } from './setting-problem.ts'

/** Variables, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Names the file of settings. */
export const CONFIG_VARIABLE = 'SIGMILL_CONFIG'

/** Ours, but no settings: where tests find their data and whether they must, and whether a fault shows its stack. */
const OTHERS: readonly string[] = ['SIGMILL_TEST_DATA', 'SIGMILL_DEBUG']

/** What the environment says. A variable of ours that is no setting is a mistake, and so is an empty one. */
export const environmentLayer = (environment: Environment): Layer => {
  const layer = new Map<string, Given>()
  for (const [variable, value] of Object.entries(environment)) {
    if (value === undefined || !variable.startsWith(VARIABLE_PREFIX) || OTHERS.includes(variable)) continue
    if (value === '') throw settingProblem(variable, `${variable} is empty. Give it a value, or unset it.`)
    if (variable === CONFIG_VARIABLE) continue
    const name = SETTING_NAMES.find((known) => known.variable === variable)
    if (name === undefined) throw unknownVariable(variable)
    layer.set(name.key, { origin: 'environment', place: variable, path: name.path, value })
  }
  return layer
}

const unknownVariable = (variable: string): Error =>
  unknownSetting(variable, variable, [CONFIG_VARIABLE, ...SETTING_NAMES.map((name) => name.variable)])
