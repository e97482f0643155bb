import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The two generations of the real Sigma tools. The current one is what users install; the legacy one lives on because
 * IBM's QRadar plugin needs it. They cannot share an environment.
 */
export const GENERATIONS = ['current', 'legacy'] as const

/** One generation of the Sigma tools. */
export type Generation = (typeof GENERATIONS)[number]

/** The file of pinned Python packages of a generation. */
export const pinsOf = (generation: Generation): string => join(import.meta.dirname, `${generation}.txt`)

const home = (): string =>
  process.env['SIGMA_REFEREES'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'sigmill-referees')

/** The virtual environment of a generation: another one for other pins, so that one kept from earlier never is stale. */
export const environmentOf = (generation: Generation): string => {
  const digest = createHash('sha256')
    .update(readFileSync(pinsOf(generation)))
    .digest('hex')
  return join(home(), `${generation}-${digest.slice(0, 12)}`)
}

/** A program of a generation's environment. */
export const programOf = (generation: Generation, name: 'python' | 'sigma'): string =>
  join(environmentOf(generation), 'bin', name)

/** A file that stands in an environment once everything is installed. */
export const completionOf = (generation: Generation): string => join(environmentOf(generation), 'complete')

/** Whether both generations are installed as pinned. */
export const isSetUp = (): boolean => GENERATIONS.every((generation) => existsSync(completionOf(generation)))
