import type { Crypto } from '../../platform/crypto.ts'
import type { Spool, SpoolPlace } from '../../platform/spool.ts'
import type { SyncedRule } from './synced-rule.ts'

/** A rule that was taken from a server; its text lies in the spool. */
export interface TakenRule extends SpoolPlace {
  readonly digest: string
  /** Why it came, where the server says so. */
  readonly reason: string | undefined
}

/** What was taken from a server. */
export interface Taken {
  /** By file name. */
  readonly rules: ReadonlyMap<string, TakenRule>
  /** The files of rules that the server says are no more, with its reasons. */
  readonly gone: ReadonlyMap<string, string>
  /**
   * What may be concluded from it: of `everything` that what is not among the rules is no more, of `changes` that only
   * the gone ones are, of a `part` nothing.
   */
  readonly extent: 'everything' | 'changes' | 'part'
  /** Where the changes feed goes on; none from a server without one. */
  readonly cursor: string | undefined
  /** For people: why it is a part only, and what else is odd about it. */
  readonly notes: readonly string[]
}

/** Where rules are kept until everything is taken. */
export interface TakingParts {
  readonly spool: Spool
  readonly crypto: Crypto
}

/** The same, where what came is read. */
export interface ReadingParts extends TakingParts {
  /** Bytes of a rule's document. */
  readonly longest: number
}

/** Keeps the text of a rule. */
export const keepRule = async (
  { text }: SyncedRule,
  reason: string | undefined,
  { spool, crypto }: TakingParts
): Promise<TakenRule> => ({ ...(await spool.add(text)), digest: crypto.sha256Hex(text), reason })

/** Documents or lines that were refused, in one sentence; the first few by their places. */
export const refusalNote = (refused: readonly string[], count: number): string =>
  `${count} of the rules that came cannot be kept: ${refused.join('; ')}${count > refused.length ? '; ...' : ''}.`

/** Refusals that are shown by their places. */
export const MOST_SHOWN = 5
