import type { Confidence } from './confidence.ts'
import type { Context } from './context.ts'
import type { Kind } from './kind.ts'
import type { Rejection } from './rejection.ts'
import type { Seconds } from './time.ts'

/**
 * Where in its file a value stands: a line number for text (`line 12`), a path for JSON (`/objects/3/pattern`).
 * Written for people; never parsed.
 */
export type Position = string

/** What a feed says about one value, before anyone has looked whether the value is what the feed says. */
export interface RawIndicator {
  /** Defanged or not, in any spelling. */
  readonly value: string
  /** What the feed calls it; `undefined` lets the value speak for itself. */
  readonly kind: Kind | undefined
  readonly position: Position
  readonly confidence?: Confidence
  readonly firstSeen?: Seconds
  /** An explicit last-seen field only; a creation or report date is {@link firstSeen}. */
  readonly lastSeen?: Seconds
  /** When the feed itself says that the value stops counting: STIX `valid_until`. */
  readonly validUntil?: Seconds
  /** Parts of a {@link Context} that the feed knows; lists need not be sorted or clean. */
  readonly context?: Partial<Context>
}

/** A record of a feed that gives no indicator, with the reason. */
export interface RawReject {
  readonly value: string
  readonly position: Position
  readonly rejection: Rejection
  /**
   * The whole value, where the feed takes back what it may have said earlier: the indicator is revoked, deleted, past
   * its time or not meant for detection.
   */
  readonly takesBack?: { readonly kind: Kind | undefined; readonly value: string }
}

/** What a feed reader yields for every value it finds, so that nothing is lost without a word. */
export type FeedItem = RawIndicator | RawReject
