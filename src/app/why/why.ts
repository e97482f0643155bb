import { ruleFor } from '../../detect/rule-for.ts'
import type { GuardHit } from '../../guard/guard.ts'
import type { Settings } from '../../config/settings.ts'
import type { Clock } from '../../platform/clock.ts'
import type { SigmaRule } from '../../sigma/rule.ts'
import type { IndicatorStore, StoredIndicator } from '../../store/indicator-store.ts'
import { loadGuard } from '../guard/load-guard.ts'
import { ruleStyle } from '../rule-style.ts'
import { livesAt } from './lives.ts'
import { standingOf, type Standing } from './standing.ts'

/** What explaining stands on. */
export interface WhyParts {
  readonly store: IndicatorStore
  readonly settings: Settings
  readonly clock: Clock
}

/** Everything that explains why an indicator gives its rule, or gives none. */
export interface Why extends Standing {
  readonly stored: StoredIndicator
  /** `undefined` where it gives none. */
  readonly rule: SigmaRule | undefined
  /** The feeds that are as sure as the indicator is. */
  readonly confidentFeeds: readonly string[]
  /** Every entry of the guard as it is that covers the value, those that only inform included. */
  readonly guardHits: readonly GuardHit[]
}

/** Whether what is stored gives a rule. */
export const givesRule = ({ indicator, removed }: StoredIndicator): boolean =>
  removed === undefined && indicator.noRule === undefined

/** Explains what is stored. */
export const explain = async ({ store, settings, clock }: WhyParts, stored: StoredIndicator): Promise<Why> => {
  const { indicator, sources } = stored
  const standing = await standingOf(stored, livesAt({ store, settings }, clock.now()))
  const guard = await loadGuard(store, settings, clock)
  return {
    ...standing,
    stored,
    rule: givesRule(stored) ? ruleFor(indicator, ruleStyle(settings)) : undefined,
    confidentFeeds: sources.filter(({ confidence }) => confidence === indicator.confidence).map(({ feed }) => feed),
    guardHits: guard.hits(indicator.kind, indicator.value)
  }
}
