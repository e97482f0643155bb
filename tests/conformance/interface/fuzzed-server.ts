import { join, resolve } from 'node:path'
import { z } from 'zod'
import { runProgram, serveProgram, type ServedProgram, type WorkPlace } from '../serve-program.ts'

/** A key as the command line shows it. */
export interface ShownKey {
  readonly id: string
  readonly key: string
}

/** The program's server over a store with something of everything. */
export interface FuzzedServer extends ServedProgram {
  /** May do whatever a key may that was not made for administrators of all accounts. */
  readonly asking: ShownKey
  /** Another key of the same account, which may be lost. */
  readonly spare: ShownKey
}

const SAMPLES = resolve(import.meta.dirname, '../../../samples')

const MOST = '1000000'

/** Limits that no run reaches, because what is refused for its number shows nothing of an operation. */
const UNLIMITED = {
  SIGMILL_TIERS_PRO_REQUESTS_PER_MINUTE: MOST,
  SIGMILL_TIERS_PRO_REQUESTS_PER_DAY: MOST,
  SIGMILL_TIERS_PRO_KEYS_PER_ACCOUNT: MOST,
  SIGMILL_LIMITS_FAILED_ATTEMPTS: MOST,
  SIGMILL_LIMITS_MAX_CONCURRENT_EXPORTS: '1000',
  SIGMILL_LIMITS_MAX_EXPORTS_PER_KEY: '1000'
}

const SCOPES = ['read:iocs', 'keys:self', 'feeds:admin', 'guard:admin', 'metrics:read']

const SHOWN_KEY = z.object({ id: z.string(), key: z.string() })

const createKey = (place: WorkPlace, name: string, scopes: readonly string[]): ShownKey => {
  const words = ['keys', 'create', '--json', '--account', 'fuzzing', '--name', name, '--scope', scopes.join(',')]
  return SHOWN_KEY.parse(JSON.parse(runProgram(place, words)))
}

/** Fills a store in a folder with the samples, feeds, entries of the guard and keys, and serves it. */
export const startFuzzedServer = async (folder: string): Promise<FuzzedServer> => {
  const env = {
    ...process.env,
    ...UNLIMITED,
    SIGMILL_DB: 'sqlite:./sigmill.db',
    SIGMILL_FETCH_FOLDERS: SAMPLES,
    // The samples hold addresses and names that are kept for documentation, which the guard would stop.
    SIGMILL_GUARD_DOCUMENTATION: 'inform'
  }
  const place = { folder, env }
  runProgram(place, ['import', SAMPLES])
  runProgram(place, ['guard', 'add', 'example.org', '192.0.2.0/28', '--why', 'our own'])
  runProgram(place, ['feeds', 'add', 'sample', join(SAMPLES, 'urlhaus.csv')])
  runProgram(place, ['feeds', 'add', 'resting', join(SAMPLES, 'mixed-list.txt')])
  runProgram(place, ['feeds', 'disable', 'resting'])
  const asking = createKey(place, 'asking', SCOPES)
  const spare = createKey(place, 'spare', ['read:iocs'])
  return { ...(await serveProgram(place)), asking, spare }
}
