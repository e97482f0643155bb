import type { Source } from '../../indicator/indicator.ts'
import { type Tlp, TLPS } from '../../indicator/tlp.ts'

/** What of a store somebody may see, by the sources that say it. Equal ones give equal JSON. */
export interface Restriction {
  /** The strictest level of the Traffic Light Protocol; `undefined` is any. */
  readonly maxTlp: Tlp | undefined
  /** Names of feeds, sorted and unique; `undefined` is all. */
  readonly feeds: readonly string[] | undefined
}

const strictness = (tlp: Tlp): number => TLPS.indexOf(tlp)

/** Whether what a source says may be seen. One without a level counts as clear. */
export const isAllowed = ({ feed, context }: Source, { maxTlp, feeds }: Restriction): boolean =>
  (feeds === undefined || feeds.includes(feed)) &&
  (maxTlp === undefined || strictness(context.tlp ?? 'clear') <= strictness(maxTlp))
