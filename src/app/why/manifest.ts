import { ruleFor } from '../../detect/rule-for.ts'
import { formatInstant } from '../../indicator/time.ts'
import type { RuleStyle } from '../../sigma/publisher.ts'
import type { IndicatorWithSources } from '../../store/indicator-store.ts'
import { ruleStyle } from '../rule-style.ts'
import { shownValue } from '../../indicator/shown-value.ts'
import { type Lives, livesAt } from './lives.ts'
import { standingOf } from './standing.ts'
import { type ManifestObject, sourceDays, untilJson } from './why-json.ts'
import type { WhyParts } from './why.ts'

/** What an alert wants to know of its rule, as one JSON object. */
const manifestLine = async (sourced: IndicatorWithSources, lives: Lives, style: RuleStyle): Promise<ManifestObject> => {
  const { indicator } = sourced
  const { id, kind, confidence, context, added, changed } = indicator
  const { title, level } = ruleFor(indicator, style)
  const { sources, last } = await standingOf(sourced, lives)
  return {
    rule_id: id,
    type: kind,
    value: shownValue(indicator),
    title,
    level,
    confidence,
    threat_types: context.threatTypes,
    malware_families: context.malwareFamilies,
    actors: context.actors,
    ports: context.ports,
    tlp: context.tlp ?? null,
    feeds: sources.map((standing) => ({ feed: standing.source.feed, ...sourceDays(standing) })),
    since: formatInstant(added),
    changed: formatInstant(changed),
    ...untilJson(last),
    why: `/api/v1/iocs/sigma/${id}/why`
  }
}

/** JSON lines over pages of indicators: the context of each rule. Those that give none are left out. */
export async function* manifestLines(
  pages: AsyncIterable<readonly IndicatorWithSources[]>,
  { store, settings, clock }: WhyParts
): AsyncGenerator<string> {
  const lives = livesAt({ store, settings }, clock.now())
  const style = ruleStyle(settings)
  for await (const page of pages) {
    const rules = page.filter(({ indicator }) => indicator.noRule === undefined)
    const lines = await Promise.all(rules.map((sourced) => manifestLine(sourced, lives, style)))
    if (lines.length > 0) yield lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  }
}
