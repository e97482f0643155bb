import { z } from 'zod'
import type { Header } from './header.ts'
import { REQUEST_ID } from './schemas/error.ts'
import { COUNT, INSTANT } from './values.ts'

const always = <const Name extends string>(
  name: Name,
  about: string,
  schema: z.ZodType,
  example: string
): Header<Name> => ({
  name,
  about,
  schema,
  example,
  isAlways: true
})

const sometimes = <const Name extends string>(
  name: Name,
  about: string,
  schema: z.ZodType,
  example: string
): Header<Name> => ({
  ...always(name, about, schema, example),
  isAlways: false
})

/** What every answer has. */
export const COMMON_HEADERS: readonly Header[] = [
  always('X-Request-Id', 'The id of the request, by which the log has it.', REQUEST_ID, 'req_5f0c8e2ab91d4e6f7a3b2c1d'),
  always(
    'X-Content-Type-Options',
    'A browser takes the answer for what Content-Type says, and for nothing else.',
    z.literal('nosniff'),
    'nosniff'
  )
]

/** The window of a key of which the smaller share is left. */
export const RATE_HEADERS: readonly Header[] = [
  always('X-RateLimit-Limit', 'Requests of the key in the window.', z.int().min(1), '1000'),
  always('X-RateLimit-Remaining', 'How many of them are left.', COUNT, '999'),
  always(
    'X-RateLimit-Reset',
    'Unix seconds: when the next request passes if none is left, else when the oldest ones leave the window.',
    COUNT,
    '1779012060'
  )
]

/** Answers that nobody keeps. */
export const NO_STORE = always('Cache-Control', 'Nobody keeps the answer.', z.literal('no-store'), 'no-store')

/** Answers of a key that nobody keeps. */
export const PRIVATE_NO_STORE = always(
  'Cache-Control',
  'Nobody keeps the answer.',
  z.literal('private, no-store'),
  'private, no-store'
)

/** Answers that the client keeps and asks about. */
export const PRIVATE_NO_CACHE = always(
  'Cache-Control',
  'The client may keep the answer, and asks each time whether it has changed.',
  z.literal('private, no-cache'),
  'private, no-cache'
)

/** Answers for everybody that clients keep and ask about. */
export const NO_CACHE = always(
  'Cache-Control',
  'Everybody may keep the answer, and asks each time whether it has changed.',
  z.literal('no-cache'),
  'no-cache'
)

/** By which a client asks whether its answer is still the same. */
export const ETAG = always(
  'ETag',
  'For `If-None-Match`: `304` without a body while nothing has changed.',
  z.string().regex(/^W\/"[^"]+"$/),
  'W/"9c1185a5c5e9fc54612808977ee8f548"'
)

/** On which headers of the request an answer depends. */
export const vary = (...names: readonly string[]): Header<'Vary'> =>
  always('Vary', 'Headers of the request on which the answer depends.', z.literal(names.join(', ')), names.join(', '))

/** Of answers that depend on the key, and are coded as the client likes best. */
export const VARY_CODED = vary('Accept-Encoding', 'Authorization', 'X-API-Key')

/** Of answers that are alike for everybody. */
export const VARY_CODING = vary('Accept-Encoding')

/** Of answers that depend on the key. */
export const VARY_KEY = vary('Authorization', 'X-API-Key')

/** Of answers that depend on the key, and whose form the client chooses. */
export const VARY_ACCEPT = vary('Accept', 'Accept-Encoding', 'Authorization', 'X-API-Key')

/** How the answer is compressed. */
export const CONTENT_CODING = sometimes(
  'Content-Encoding',
  'How the answer is compressed, as `Accept-Encoding` asked for it.',
  z.enum(['gzip', 'br', 'zstd']),
  'gzip'
)

/** The next page. */
export const LINK = sometimes(
  'Link',
  'Path and query of the next page; missing on the last one.',
  z.string().regex(/^<\/[^>]*>; rel="next"$/),
  '</api/v1/iocs?limit=100&cursor=n4kx>; rel="next"'
)

/** Where a poll goes on. */
export const NEXT_SINCE = always(
  'X-Next-Since',
  'The `since` for the next poll.',
  INSTANT,
  '2026-05-17T10:00:00.000000Z'
)

/** The same of answers that not always begin anew. */
export const NEXT_SINCE_OF_START: typeof NEXT_SINCE = {
  ...NEXT_SINCE,
  about: 'The `since` for the next poll of the export; only where no `cursor` was given.',
  isAlways: false
}

/** The bound of the lookback. */
export const LOOKBACK_SINCE = always(
  'X-Lookback-Since',
  'The bound of the lookback of the tier: what no source saw from then on is left out.',
  INSTANT,
  '2025-05-17T00:00:00.000000Z'
)

/** Rules in an answer. */
export const RULE_COUNT = always('X-Rule-Count', 'Rules in this answer.', COUNT, '1')

/** What gives no rule. */
export const RULES_WITHHELD = always(
  'X-Rules-Withheld',
  'Indicators in the range of this answer that give no rule.',
  COUNT,
  '0'
)

/** How rules are grouped. */
export const RULE_GROUP = sometimes(
  'X-Rule-Group',
  'With `group`: how the rules are grouped, as it was asked for.',
  z.string().regex(/^(?:auto|[1-9]\d*)$/),
  '500'
)

/** The name of a file. */
export const CONTENT_DISPOSITION = sometimes(
  'Content-Disposition',
  'Under which name a browser keeps the answer.',
  z.string().regex(/^attachment; filename="[^"]+"$/),
  'attachment; filename="soc_defenders_rules.yml"'
)

/** Where something new is. */
export const LOCATION = always('Location', 'Where it is.', z.string().regex(/^\//), '/api/v1/keys/0d3c')

/** How long to wait. */
export const RETRY_AFTER = always('Retry-After', 'Seconds to wait.', COUNT, '1')

/** The methods of a path. */
export const ALLOW = always('Allow', 'The methods that the path takes.', z.string(), 'GET, HEAD')

/** The schemes by which a key may come. */
export const CHALLENGE = always('WWW-Authenticate', 'The schemes by which a key may come.', z.string(), 'Bearer')

/** Rows of a bundle. */
export const ROW_COUNT = always('X-Row-Count', 'Rows to have.', COUNT, '812')

/** Rows that go. */
export const REMOVAL_COUNT = always('X-Removal-Count', 'Rows to go.', COUNT, '9')

/** When the versions of a page were added: TAXII 2.1 section 3.4.2. */
export const DATES_ADDED = [
  sometimes(
    'X-TAXII-Date-Added-First',
    'When the first version of the page was added; missing on a page of nothing.',
    INSTANT,
    '2026-05-17T10:00:00.000000Z'
  ),
  sometimes(
    'X-TAXII-Date-Added-Last',
    'When its last version was added; the `added_after` for the next poll.',
    INSTANT,
    '2026-05-17T10:00:00.000000Z'
  )
] as const

const SELF_CONTAINED =
  /^default-src 'none'; style-src 'sha256-[\w+/]+='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/

/** Of a page that runs nothing, asks for nothing, and stands in no other page. */
export const PAGE_HEADERS = [
  always(
    'Content-Security-Policy',
    'Only the style of the page itself is in force; no script runs, and nothing is loaded.',
    z.string().regex(SELF_CONTAINED),
    "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  ),
  always('Referrer-Policy', 'Links do not tell where they stand.', z.literal('no-referrer'), 'no-referrer'),
  always('Cross-Origin-Opener-Policy', 'No other page has a hold on it.', z.literal('same-origin'), 'same-origin'),
  always('Cross-Origin-Embedder-Policy', 'It holds nothing of others.', z.literal('require-corp'), 'require-corp'),
  always('Cross-Origin-Resource-Policy', 'No other site loads it.', z.literal('same-origin'), 'same-origin')
] as const
