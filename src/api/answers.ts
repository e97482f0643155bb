import type { Content } from './content.ts'
import type { AnswerDescription } from './description.ts'
import type { Header } from './header.ts'
import {
  CONTENT_CODING,
  ETAG,
  LINK,
  LOCATION,
  LOOKBACK_SINCE,
  NEXT_SINCE,
  NO_CACHE,
  NO_STORE,
  PRIVATE_NO_CACHE,
  PRIVATE_NO_STORE,
  REMOVAL_COUNT,
  ROW_COUNT,
  RULE_COUNT,
  RULES_WITHHELD,
  VARY_ACCEPT,
  VARY_CODED,
  VARY_CODING,
  VARY_KEY
} from './headers.ts'

/** Nothing has changed since the client asked last. */
export const unchanged = (...headers: readonly Header[]) =>
  ({
    about: 'Nothing has changed since the answer whose `ETag` came with the request.',
    headers,
    content: []
  }) as const satisfies AnswerDescription

/** Headers of an export that a client may keep until it changes: of 200 and 304 alike. */
export const KEPT_EXPORT = [VARY_CODED, PRIVATE_NO_CACHE, ETAG, LOOKBACK_SINCE] as const

/** Headers of an export that depends on more than its changes. */
export const FLEETING_EXPORT = [VARY_CODED, PRIVATE_NO_STORE, LOOKBACK_SINCE] as const

/** Headers of every page of an export. */
export const EXPORT_PAGE = [NEXT_SINCE, LINK, CONTENT_CODING] as const

/** Headers that count the rules of an export. */
export const RULE_COUNTS = [RULE_COUNT, RULES_WITHHELD] as const

/** Headers of a bundle that a client may keep until it changes: of all its answers. */
export const BUNDLE_VERSION = [VARY_KEY, PRIVATE_NO_CACHE, ETAG, LOOKBACK_SINCE] as const

/** Headers that count what is in a bundle, and say where its delta begins. */
export const BUNDLE_COUNTS = [ROW_COUNT, REMOVAL_COUNT, RULES_WITHHELD, NEXT_SINCE] as const

/** Headers of a text that is the same until the program or a rule changes: of 200 and 304 alike. */
export const KEPT_TEXT = [VARY_KEY, PRIVATE_NO_CACHE, ETAG] as const

/** Headers of a long text for everybody, the same until the program changes: of 200 and 304 alike. */
export const OPEN_TEXT = [VARY_CODING, NO_CACHE, ETAG] as const

/** Headers of what TAXII answers. */
export const TAXII_ANSWER = [VARY_ACCEPT, PRIVATE_NO_STORE] as const

/** A small answer that nobody keeps. */
export const small = <const Contents extends readonly Content[]>(about: string, ...content: Contents) => ({
  about,
  headers: [NO_STORE],
  content
})

/** The same of something new, with where it is. */
export const created = <const Contents extends readonly Content[]>(about: string, ...content: Contents) => ({
  about,
  headers: [NO_STORE, LOCATION],
  content
})
