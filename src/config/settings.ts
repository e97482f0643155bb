import { z } from 'zod'
import { GUARD_MODES } from '../indicator/guard-list.ts'
import { KINDS } from '../indicator/kind.ts'
import { Problem } from '../problem/problem.ts'
import type { Publisher } from '../sigma/publisher.ts'
import { setting } from './description.ts'
import { PUBLIC_URL } from './public-url.ts'
import { PUBLISHER, slugOf } from './publisher.ts'
import { Secret } from './secret.ts'
import { parseStoreUrl, type StoreUrl } from './store-url.ts'
import { TIERS, type Tier } from './tiers.ts'
import { folderList, networkList, oneOf, someOf, textList, wholeNumber, wholeNumberOrNone, yesOrNo } from './values.ts'

export type { Tier } from './tiers.ts'

const storeUrl = z.string().transform((text, context): StoreUrl => {
  const url = parseStoreUrl(text)
  if (!(url instanceof Problem)) return url
  context.addIssue({ code: 'custom', message: url.message, params: { problem: url } })
  return z.NEVER
})

const host = z.string().regex(/^[\w.:%-]{1,253}$/)

const HOST_MUST = 'an IP address without brackets, or a host name'

/** The least that makes a server secret hard to guess. */
const FEWEST_SECRET_CHARACTERS = 32

const secret = z
  .string()
  .min(FEWEST_SECRET_CHARACTERS)
  .transform((text) => new Secret(text))

/**
 * Everything that can be set. The names of flags, variables and the entries of a file follow from this one tree:
 * `limits.maxLineLength` is `max_line_length` under `limits` in a file, and `SIGMILL_LIMITS_MAX_LINE_LENGTH`.
 */
export const SETTINGS = z.strictObject({
  db: setting(storeUrl.prefault('sqlite:./sigmill.db'), {
    about: 'The store',
    must: 'sqlite:PATH',
    initially: '`sqlite:./sigmill.db`'
  }),
  host: setting(host.default('127.0.0.1'), { about: 'The address that the server listens on', must: HOST_MUST }),
  port: wholeNumber('The port that the server listens on; 0 takes any that is free', { from: 0, to: 65_535 }, 8787),
  drainSeconds: wholeNumber(
    'Seconds for which the server still serves once it is told to stop, while `/readyz` says that it is not ready',
    { from: 0, to: 3_600 },
    0
  ),
  publicUrl: PUBLIC_URL,
  trustedProxies: networkList(
    'Proxies whose word counts for where a request comes from: the right-most address in X-Forwarded-For that is none of them'
  ),
  publisher: PUBLISHER,
  rules: z.strictObject({
    fields: yesOrNo('Whether rules carry the `fields` list, which Sigma has deprecated', false)
  }),
  export: z.strictObject({
    defaultTypes: someOf('The types of an export that names none', KINDS, KINDS)
  }),
  tiers: TIERS,
  keys: z.strictObject({
    prefix: setting(
      z
        .string()
        .regex(/^[A-Za-z0-9_]{4,32}$/)
        .default('sk_live_'),
      {
        about: 'How API keys begin; keys with another beginning are refused',
        must: '4 to 32 letters, digits and underscores'
      }
    )
  }),
  secret: setting(secret.optional(), {
    about: 'The server secret, under which the hashes of API keys are kept',
    must: `at least ${FEWEST_SECRET_CHARACTERS} characters`,
    initially: 'a file beside the store, made when first needed',
    isSecret: true
  }),
  formerSecret: setting(secret.optional(), {
    about: 'The server secret of before, while hashes of API keys still rest on it',
    must: `at least ${FEWEST_SECRET_CHARACTERS} characters`,
    initially: 'the second line of the file beside the store, after a rotation',
    isSecret: true
  }),
  log: z.strictObject({
    level: oneOf('The least that is logged', ['info', 'warn', 'error', 'silent'], 'info')
  }),
  metrics: z.strictObject({
    host: setting(host.default('127.0.0.1'), {
      about: 'The address of the port that is for metrics alone',
      must: HOST_MUST
    }),
    port: wholeNumberOrNone('A port that is for metrics alone, and asks for no key; 0 takes any that is free', {
      from: 0,
      to: 65_535
    })
  }),
  history: z.strictObject({
    versionDays: wholeNumber('Days for which the export of an earlier moment is kept', { from: 1, to: 3_650 }, 30),
    removalDays: wholeNumber(
      'Days for which removals stay in the changes feed; no fewer than those of versions',
      { from: 1, to: 3_650 },
      400
    )
  }),
  feeds: z.strictObject({
    maxLossPercent: wholeNumber(
      'Percent of its indicators that a feed may lose at once; more withdraws nothing and raises an alarm',
      { from: 0, to: 100 },
      50
    ),
    maxGrowth: wholeNumber(
      'How many times its size a feed may reach at once; more is held for approval',
      { from: 2, to: 1_000_000 },
      10
    ),
    growthFrom: wholeNumber('Indicators up to which growth is never held', { from: 0, to: 100_000_000 }, 1_000)
  }),
  fetch: z.strictObject({
    folders: folderList('Folders whose files may be feeds that are fetched')
  }),
  guard: z.strictObject({
    own: textList(
      'Your own domains and networks, which never become rules',
      'a list of domains, addresses and networks in CIDR form'
    ),
    documentation: oneOf(
      'Whether values that are kept for documentation become rules: `block` withholds them, `inform` only says so',
      GUARD_MODES,
      'block'
    )
  }),
  limits: z.strictObject({
    maxConcurrentExports: wholeNumber('Exports that the server writes at once', { from: 1, to: 10_000 }, 32),
    maxExportsPerAccount: wholeNumber(
      'Exports of the keys of one account that the server writes at once',
      { from: 1, to: 10_000 },
      16
    ),
    maxExportsPerKey: wholeNumber('Exports of one key that the server writes at once', { from: 1, to: 10_000 }, 8),
    keptMebibytes: wholeNumber(
      'Mebibytes of memory for exports that are given again while nothing has changed; 0 keeps none',
      { from: 0, to: 65_536 },
      64
    ),
    maxConnections: wholeNumber('Connections that are open at once', { from: 1, to: 1_000_000 }, 800),
    maxConnectionsPerAddress: wholeNumber(
      'Connections of one address that are open at once; those of trusted proxies are not counted by address',
      { from: 1, to: 1_000_000 },
      200
    ),
    failedAttempts: wholeNumber(
      'Wrong keys that an address may send before it is held off for the rest of a minute',
      { from: 1, to: 1_000_000 },
      30
    ),
    maxLineLength: wholeNumber(
      'Characters of the longest line, or JSON value, that a feed may have',
      { from: 1_024, to: 2 ** 28 },
      2 ** 20
    ),
    urlLength: wholeNumber('Characters of the longest request target', { from: 1_024, to: 65_536 }, 8_192),
    headerBytes: wholeNumber('Bytes of a request line with all its headers', { from: 2_048, to: 1_048_576 }, 16_384)
  })
})

type Entries = Readonly<z.output<typeof SETTINGS>>

/** What the program runs with. */
export interface Settings extends Omit<Entries, 'publisher' | 'tiers'> {
  readonly publisher: Publisher
  /** In the order of the table: `free`, `pro`, then those that the file adds. */
  readonly tiers: readonly Tier[]
}

/** The settings that checked entries make. */
export const settingsFrom = ({ publisher, tiers, ...others }: Entries): Settings => ({
  ...others,
  publisher: { ...publisher, slug: publisher.slug ?? slugOf(publisher.name) },
  tiers: Object.entries(tiers).map(([name, figures]) => ({ name, ...figures }))
})
