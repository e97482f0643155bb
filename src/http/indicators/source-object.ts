import type { FULL_SOURCE, ORIGIN_SOURCE } from '../../api/schemas/indicator.ts'
import type { Written } from '../../api/written.ts'
import type { Source } from '../../indicator/indicator.ts'
import { formatSeconds } from '../../indicator/time.ts'
import { lastSight } from './seen-times.ts'

/** Where an indicator comes from. */
export type SourceObject = Written<typeof ORIGIN_SOURCE>

type FullSourceObject = Written<typeof FULL_SOURCE>

/** A source by its name and first link. */
export const sourceObject = ({ feed, context }: Source): SourceObject => ({
  article_id: null,
  article_title: null,
  article_url: null,
  reference_url: context.links[0] ?? null,
  feed_name: feed,
  category: 'threat-feed',
  origin: 'feed'
})

const unlessEmpty = <Value>(values: readonly Value[]): readonly Value[] | undefined =>
  values.length === 0 ? undefined : values

/** A source with everything it says. What is `undefined` does not come into the JSON. */
export const fullSourceObject = (source: Source): FullSourceObject => {
  const { confidence, firstSeen, lastSeen, validUntil, context } = source
  return {
    ...sourceObject(source),
    confidence,
    first_seen: firstSeen === undefined ? undefined : formatSeconds(firstSeen),
    last_seen: formatSeconds(lastSight(lastSeen, firstSeen)),
    valid_until: validUntil === undefined ? undefined : formatSeconds(validUntil),
    role: context.role === 'unknown' ? undefined : context.role,
    ports: unlessEmpty(context.ports),
    threat_types: unlessEmpty(context.threatTypes),
    malware_families: unlessEmpty(context.malwareFamilies),
    actors: unlessEmpty(context.actors),
    file_names: unlessEmpty(context.fileNames),
    tags: unlessEmpty(context.tags),
    mitre_techniques: unlessEmpty(context.techniques),
    industries: unlessEmpty(context.industries),
    references: unlessEmpty(context.links),
    tlp: context.tlp,
    licences: unlessEmpty(context.licences)
  }
}
