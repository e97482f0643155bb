import type { Sector } from './sector.ts'
import type { Tlp } from './tlp.ts'

/** Where an address stands in the traffic that a source saw: it attacks or scans (`source`), or is contacted (`destination`). */
export const ROLES = ['source', 'destination', 'unknown'] as const

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number]

/**
 * What sources say about an indicator besides its value, confidence and days. Feeds repeat the same context for
 * thousands of values, so contexts are shared objects, never changed, and stores keep each one once.
 *
 * Every list is sorted by code point and unique. Every text is one line without control characters.
 */
export interface Context {
  readonly role: Role
  /** A source itself calls the threat critical. */
  readonly critical: boolean
  /** Threat types in the feed's words: `botnet_cc`, `malware_download`, `phishing`. */
  readonly threatTypes: readonly string[]
  readonly malwareFamilies: readonly string[]
  /** Actors and campaigns. */
  readonly actors: readonly string[]
  readonly ports: readonly number[]
  readonly fileNames: readonly string[]
  readonly tags: readonly string[]
  /** ATT&CK technique ids as the source wrote them, upper case: `T1059.001`. */
  readonly techniques: readonly string[]
  readonly industries: readonly Sector[]
  /** http(s) links to reports. */
  readonly links: readonly string[]
  /** The strictest level that a source gave. */
  readonly tlp: Tlp | undefined
  readonly licences: readonly string[]
  /** The scheme of a URL is no part of its identity; `http` if any source had it. */
  readonly scheme: 'http' | 'https' | undefined
}
