import type { MANIFEST_LINE } from '../../api/schemas/manifest.ts'
import type { WHY } from '../../api/schemas/why.ts'
import type { Written } from '../../api/written.ts'
import { formatDay, formatInstant, formatSeconds, type Seconds } from '../../indicator/time.ts'
import type { GuardHit } from '../../guard/guard.ts'
import type { SigmaRule } from '../../sigma/rule.ts'
import type { LastDay } from '../feed-life.ts'
import { shownValue } from '../../indicator/shown-value.ts'
import type { StandingSource } from './standing.ts'
import { whyNoRule } from './why-text.ts'
import type { Why } from './why.ts'

type WhyObject = Written<typeof WHY>

/** What the manifest says of a rule. */
export type ManifestObject = Written<typeof MANIFEST_LINE>

const secondsJson = (seconds: Seconds | undefined): string | null =>
  seconds === undefined ? null : formatSeconds(seconds)

/** How long something stands, as members of an object. */
export const untilJson = (last: LastDay | undefined): { until: string | null; until_is_earliest: boolean } => ({
  until: last === undefined ? null : formatDay(last.day),
  until_is_earliest: last?.isEarliest ?? false
})

/** The days of a source. */
export const sourceDays = ({
  source: { firstSeen, lastSeen },
  last
}: StandingSource): Omit<ManifestObject['feeds'][number], 'feed'> => ({
  first_seen: secondsJson(firstSeen),
  last_seen: formatDay(lastSeen),
  ...untilJson(last)
})

const sourceJson = (standing: StandingSource): WhyObject['sources'][number] => {
  const { feed, confidence, validUntil, context } = standing.source
  return {
    feed,
    confidence,
    ...sourceDays(standing),
    valid_until: secondsJson(validUntil),
    role: context.role,
    critical: context.critical,
    threat_types: context.threatTypes,
    malware_families: context.malwareFamilies,
    actors: context.actors,
    ports: context.ports,
    techniques: context.techniques,
    industries: context.industries,
    links: context.links,
    tlp: context.tlp ?? null
  }
}

const hitJson = ({ list, entry, mode, why, until }: GuardHit): WhyObject['guard'][number] => ({
  list,
  entry,
  mode,
  why,
  until: until === undefined ? null : formatDay(until)
})

const ruleJson = ({ title, level, tags }: SigmaRule): WhyObject['rule'] => ({ title, level, tags })

/** The provenance of an indicator, for programs. */
export const whyJson = ({ stored, rule, confidentFeeds, guardHits, sources, last }: Why): WhyObject => {
  const { indicator, removed, reason } = stored
  return {
    rule_id: indicator.id,
    type: indicator.kind,
    value: shownValue(indicator),
    rule: rule === undefined ? null : ruleJson(rule),
    no_rule: whyNoRule(stored) ?? null,
    confidence: { level: indicator.confidence, feeds: confidentFeeds },
    added: formatInstant(indicator.added),
    changed: formatInstant(indicator.changed),
    reason,
    removed: removed === undefined ? null : { at: formatInstant(removed.at), why: removed.why },
    ...untilJson(last),
    guard: guardHits.map(hitJson),
    sources: sources.map(sourceJson)
  }
}
