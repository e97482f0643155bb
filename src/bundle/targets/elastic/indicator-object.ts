import type { Confidence } from '../../../indicator/confidence.ts'
import { shownScheme } from '../../../indicator/shown-value.ts'
import { formatInstant, formatSeconds } from '../../../indicator/time.ts'
import type { Bundle } from '../../bundle.ts'
import type { ClassedEntry } from '../../indicator-class.ts'
import type { JsonObject } from '../../json-value.ts'
import { urlObject } from './url-object.ts'

/** The version of the Elastic Common Schema that `fields.ts` is taken from. */
const ECS_VERSION = '9.4.0'

/** In the words that ECS expects. */
const CONFIDENCE: Readonly<Record<Confidence, string>> = { low: 'Low', medium: 'Medium', high: 'High' }

/** What an indicator is in `threat.indicator`, and what of it is compared besides. */
const observable = ({
  kind,
  value,
  context
}: ClassedEntry['indicator']): { ecs: JsonObject; compared?: JsonObject } => {
  switch (kind) {
    case 'ipv4':
    case 'ipv6':
      return { ecs: { type: `${kind}-addr`, ip: value } }
    case 'domain':
      return { ecs: { type: 'domain-name', url: { domain: value } } }
    case 'url': {
      const { ecs, compared } = urlObject(value, shownScheme(value, context))
      return { ecs: { type: 'url', url: ecs }, compared: { url: compared } }
    }
    case 'md5':
    case 'sha1':
    case 'sha256':
      return { ecs: { type: 'file', file: { hash: { [kind]: value } } } }
    case 'email':
      return { ecs: { type: 'email-addr', email: { address: value } } }
  }
}

/**
 * The document of a row, in the fields of `fields.ts`. When the indicator was last seen stands nowhere: being seen again
 * is no change, so no delta would carry it.
 */
export const indicatorObject = (entry: ClassedEntry, { load, publisher, whyUrl }: Bundle): JsonObject => {
  const { indicator, indicatorClass, rule, validUntil } = entry
  const { id, kind, value, confidence, firstSeen, changed, feeds, context } = indicator
  const { threatTypes, malwareFamilies, actors } = context
  const { ecs, compared } = observable(indicator)
  const tags = [...new Set([...threatTypes, ...malwareFamilies, ...actors])]
  return {
    '@timestamp': formatInstant(changed),
    ecs: { version: ECS_VERSION },
    event: {
      kind: 'enrichment',
      category: ['threat'],
      type: ['indicator'],
      module: 'sigmill',
      dataset: 'sigmill.indicator'
    },
    ...(tags.length === 0 ? {} : { tags }),
    threat: {
      feed: { name: publisher.name, reference: publisher.url },
      indicator: {
        id: [id],
        name: value,
        ...ecs,
        description: rule.description,
        confidence: CONFIDENCE[confidence],
        ...(firstSeen === undefined ? {} : { first_seen: formatSeconds(firstSeen) }),
        modified_at: formatInstant(changed),
        ...(context.tlp === undefined
          ? {}
          : { marking: { tlp: context.tlp.toUpperCase().replace('-', '+'), tlp_version: '2.0' } }),
        ...(feeds.length === 0 ? {} : { provider: feeds.join(', ') }),
        reference: whyUrl?.(id) ?? publisher.url
      }
    },
    sigmill: {
      class: indicatorClass,
      type: kind,
      level: rule.level,
      valid_until: formatSeconds(validUntil),
      bundle: load,
      ...compared
    }
  }
}
