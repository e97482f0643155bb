import type { Kind } from '../../../src/indicator/kind.ts'
import type { Fields, LogSourceName } from './log-source.ts'
import type { Product } from './product.ts'

/**
 * What a rule does with an event, as declared.
 *
 * - `hit`: the event carries the indicator, and the rule hits it.
 * - `superset`: the rule hits it although it is more or other than the indicator.
 * - `near miss`: the event only resembles the indicator, and the rule does not hit it.
 * - `missed`: the event carries the indicator, and the rule does not hit it: a named miss, with what to do about it.
 */
export type Verdict =
  | { readonly outcome: 'hit' }
  | { readonly outcome: 'superset' | 'near miss'; readonly why: string }
  | { readonly outcome: 'missed'; readonly why: string; readonly remedy: string }

/** One way in which logs show something, and what the rule of its indicator does with it. */
export interface LogForm {
  /** In words that people who read logs understand. */
  readonly form: string
  readonly seen: Product
  readonly event: Fields
  readonly verdict: Verdict
  /** Other indicators of the same log source whose rules hit the event too. */
  readonly also: readonly string[]
}

/** An indicator, and the forms in which logs show it or something near it. */
export interface Subject {
  readonly kind: Kind
  /** As a feed writes it. */
  readonly value: string
  readonly role?: 'source'
  /** Declared for a value that must give no rule. */
  readonly noRule?: true
  readonly forms: readonly LogForm[]
}

/** The log forms of one recipe: one file in `forms/`, one line in `forms.ts`. */
export interface FormSet {
  /** The heading under which people find it. */
  readonly title: string
  readonly logSource: LogSourceName
  /** Which field of the events the rule reads. */
  readonly field: string
  /** A pipeline that ships with the product, for logs that need one. */
  readonly pipeline?: 'plain-hashes'
  readonly subjects: readonly Subject[]
}

/** Whether a rule of that verdict hits. */
export const isHit = ({ outcome }: Verdict): boolean => outcome === 'hit' || outcome === 'superset'

/** The event carries the indicator, and the rule hits. */
export const hit = (form: string, seen: Product, event: Fields): LogForm => ({
  form,
  seen,
  event,
  verdict: { outcome: 'hit' },
  also: []
})

/** The rule hits more than the indicator. */
export const superset = (form: string, seen: Product, event: Fields, why: string): LogForm => ({
  form,
  seen,
  event,
  verdict: { outcome: 'superset', why },
  also: []
})

/** The event only resembles the indicator. */
export const nearMiss = (form: string, seen: Product, event: Fields, why: string): LogForm => ({
  form,
  seen,
  event,
  verdict: { outcome: 'near miss', why },
  also: []
})

/** The event carries the indicator, but the rule cannot see it. */
export const missed = (form: string, seen: Product, event: Fields, why: string, remedy: string): LogForm => ({
  form,
  seen,
  event,
  verdict: { outcome: 'missed', why, remedy },
  also: []
})

/** A form that the rules of other indicators hit too. */
export const alsoHitBy = (form: LogForm, ...values: readonly string[]): LogForm => ({ ...form, also: values })
