import type { Source } from '../indicator/indicator.ts'
import { formatSeconds } from '../indicator/time.ts'
import { knownList, knownValue, type Known } from './known.ts'
import { lastSight } from './seen-times.ts'

/** Where an indicator comes from. There are no articles behind it: all sources are feeds. */
export interface SourceObject {
  readonly article_id: null
  readonly article_title: null
  readonly article_url: null
  readonly reference_url: string | null
  readonly feed_name: string
  readonly category: string
  readonly origin: string
}

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

/** A source with everything it says. */
export const fullSourceObject = (source: Source): Known => {
  const { confidence, firstSeen, lastSeen, validUntil, context } = source
  return {
    ...sourceObject(source),
    confidence,
    ...knownValue('first_seen', firstSeen === undefined ? undefined : formatSeconds(firstSeen)),
    last_seen: formatSeconds(lastSight(lastSeen, firstSeen)),
    ...knownValue('valid_until', validUntil === undefined ? undefined : formatSeconds(validUntil)),
    ...knownValue('role', context.role === 'unknown' ? undefined : context.role),
    ...knownList('ports', context.ports),
    ...knownList('threat_types', context.threatTypes),
    ...knownList('malware_families', context.malwareFamilies),
    ...knownList('actors', context.actors),
    ...knownList('file_names', context.fileNames),
    ...knownList('tags', context.tags),
    ...knownList('mitre_techniques', context.techniques),
    ...knownList('industries', context.industries),
    ...knownList('references', context.links),
    ...knownValue('tlp', context.tlp),
    ...knownList('licences', context.licences)
  }
}
