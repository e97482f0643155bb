import type { Indicator } from '../indicator/indicator.ts'
import { currentTechnique } from '../sigma/attack.ts'
import type { Publisher } from '../sigma/publisher.ts'
import type { ExternalReference } from './objects.ts'
import { uriOf } from './uri.ts'

const MOST_LINKS = 5

/** What stands before and behind the host and port of a URI. */
const AROUND_HOST = /^https?:\/\/|[/?#].*$/gi

/** What {@link externalReferencesOf} points to besides the indicator's own sources. */
export interface ReferenceOptions {
  readonly publisher: Publisher
  /** The page that says why there is a rule, for a rule's id. */
  readonly whyUrl?: ((id: string) => string) | undefined
}

/** A CVE: https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_q5ytzmajn6re has it as an example. */
const cve = (id: string): ExternalReference => ({
  source_name: 'cve',
  url: `https://www.cve.org/CVERecord?id=${id}`,
  external_id: id
})

/** A technique, as ATT&CK's own STIX objects refer to it. */
const technique = (id: string): ExternalReference => ({
  source_name: 'mitre-attack',
  url: `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`,
  external_id: id
})

const techniquesOf = ({ kind, value, context }: Indicator): readonly string[] => {
  const ids = kind === 'mitre-attack' ? [value, ...context.techniques] : context.techniques
  return [...new Set(ids.map((id) => currentTechnique(id)).filter((id) => id !== undefined))]
}

/** What a source links to; the host names who says it. */
const report = (link: string): readonly ExternalReference[] => {
  const url = uriOf(link)
  return url === undefined ? [] : [{ source_name: url.replace(AROUND_HOST, ''), url }]
}

/** The rule and its publisher, the CVE, the techniques, and the first links of sources. */
export const externalReferencesOf = (
  indicator: Indicator,
  { publisher, whyUrl }: ReferenceOptions
): readonly ExternalReference[] => {
  const { id, kind, value, context } = indicator
  const links = context.links.filter((link) => link !== publisher.url)
  return [
    { source_name: publisher.name, url: publisher.url },
    { source_name: 'sigmill', ...(whyUrl === undefined ? {} : { url: whyUrl(id) }), external_id: id },
    ...(kind === 'cve' ? [cve(value)] : []),
    ...techniquesOf(indicator).map(technique),
    ...links.flatMap(report).slice(0, MOST_LINKS)
  ]
}
