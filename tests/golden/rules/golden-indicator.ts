import type { Confidence } from '../../../src/indicator/confidence.ts'
import type { Context } from '../../../src/indicator/context.ts'
import type { Indicator } from '../../../src/indicator/indicator.ts'
import type { Kind } from '../../../src/indicator/kind.ts'
import { makeContext } from '../../../src/indicator/make-context.ts'
import { ruleId } from '../../../src/indicator/rule-id.ts'
import { INSTANTS_PER_SECOND, dayOfInstant } from '../../../src/indicator/time.ts'

/** An indicator as people write one: days and times in ISO 8601, and nothing that is as usual. */
export interface GoldenIndicator {
  readonly kind: Kind
  readonly value: string
  readonly confidence?: Confidence
  readonly firstSeen?: string
  readonly added?: string
  readonly changed?: string
  readonly feeds?: readonly string[]
  readonly context?: Partial<Context>
}

const secondsOf = (text: string): number => Date.parse(text) / 1000

/** What is not given: high confidence, accepted on 2026-05-17 and not changed since, one feed named ThreatFox. */
export const goldenIndicator = (golden: GoldenIndicator): Indicator => {
  const { kind, value, confidence = 'high', firstSeen, added = '2026-05-17', feeds = ['ThreatFox'] } = golden
  const changed = secondsOf(golden.changed ?? added) * INSTANTS_PER_SECOND
  return {
    id: ruleId(kind, value),
    kind,
    value,
    confidence,
    firstSeen: firstSeen === undefined ? undefined : secondsOf(firstSeen),
    lastSeen: dayOfInstant(changed),
    added: secondsOf(added) * INSTANTS_PER_SECOND,
    changed,
    noRule: undefined,
    guardedBy: undefined,
    feeds,
    context: makeContext(golden.context ?? {})
  }
}
