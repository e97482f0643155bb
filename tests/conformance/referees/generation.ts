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

/**
 * Every environment of pinned Python packages: the Sigma tools, clients and validators of STIX and TAXII, and what holds
 * a server against its OpenAPI document.
 */
export const ENVIRONMENTS = [...GENERATIONS, 'stix', 'interface'] as const

/** One of {@link ENVIRONMENTS}. */
export type Environment = (typeof ENVIRONMENTS)[number]

/** The file of pinned Python packages of an environment. */
export const pinsOf = (environment: Environment): string => join(import.meta.dirname, `${environment}.txt`)

const home = (): string =>
  process.env['SIGMA_REFEREES'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'sigmill-referees')

/** Its virtual environment: another one for other pins, so that one kept from earlier never is stale. */
export const environmentOf = (environment: Environment): string => {
  const digest = createHash('sha256')
    .update(readFileSync(pinsOf(environment)))
    .digest('hex')
  return join(home(), `${environment}-${digest.slice(0, 12)}`)
}

/** A program of an environment. */
export const programOf = (
  environment: Environment,
  name: 'python' | 'sigma' | 'schemathesis' | 'openapi-spec-validator'
): string => join(environmentOf(environment), 'bin', name)

/** A file that stands in an environment once everything is installed. */
export const completionOf = (environment: Environment): string => join(environmentOf(environment), 'complete')

/** Whether every environment is installed as pinned. */
export const isSetUp = (): boolean => ENVIRONMENTS.every((environment) => existsSync(completionOf(environment)))
