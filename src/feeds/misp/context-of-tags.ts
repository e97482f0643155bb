import type { Context } from '../../indicator/context.ts'
import { policyThreat } from '../../indicator/policy-threat.ts'
import { parseSector } from '../../indicator/sector.ts'
import { parseTlp, stricterTlp } from '../../indicator/tlp.ts'
import type { Tag } from './tag.ts'

/** Galaxies that name actors and campaigns. https://www.misp-project.org/galaxy.html */
const ACTOR_GALAXIES: ReadonlySet<string> = new Set([
  '360net-threat-actor',
  'microsoft-activity-group',
  'mitre-campaign',
  'mitre-enterprise-attack-intrusion-set',
  'mitre-intrusion-set',
  'mitre-mobile-attack-intrusion-set',
  'mitre-pre-attack-intrusion-set',
  'threat-actor'
])

/** Galaxies that name malware and tools. */
const MALWARE_GALAXIES: ReadonlySet<string> = new Set([
  'android',
  'backdoor',
  'banker',
  'botnet',
  'cryptominers',
  'exploit-kit',
  'malpedia',
  'mitre-enterprise-attack-malware',
  'mitre-enterprise-attack-tool',
  'mitre-malware',
  'mitre-mobile-attack-malware',
  'mitre-mobile-attack-tool',
  'mitre-tool',
  'ransomware',
  'rat',
  'stealer',
  'tds',
  'tool'
])

/** Taxonomies whose values say what kind of threat it is. */
const THREAT_TAXONOMIES: ReadonlySet<string> = new Set([
  'circl:incident-classification',
  'ecsirt:malicious-code',
  'malware_classification:malware-category',
  'ms-caro-malware:malware-type',
  'ms-caro-malware-full:malware-type',
  'rsit:malicious-code'
])

/** Namespaces whose tags are read into other parts of the context, or say nothing about the threat. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  'admiralty-scale',
  'estimative-language',
  'misp',
  'misp-galaxy',
  'tlp'
])

/** The parts of a context that tags speak of. */
export type TagContext = Pick<
  Context,
  'actors' | 'malwareFamilies' | 'techniques' | 'industries' | 'threatTypes' | 'tlp' | 'tags'
>

/** What the tags and galaxies of an event or attribute say. */
export const contextOfTags = (tags: readonly Tag[]): TagContext => {
  const galaxies = tags.filter(({ namespace }) => namespace === 'misp-galaxy')
  const named = (set: ReadonlySet<string>): readonly string[] =>
    galaxies.filter(({ predicate }) => set.has(predicate)).map(({ value }) => withoutAttackId(value))
  return {
    actors: named(ACTOR_GALAXIES),
    malwareFamilies: named(MALWARE_GALAXIES),
    techniques: galaxies.filter(isAttackPattern).flatMap(({ value }) => attackIdOf(value) ?? []),
    industries: galaxies.filter(isSector).flatMap(({ value }) => parseSector(value) ?? []),
    threatTypes: tags.filter(isThreatType).map(({ value }) => value),
    tlp: tags
      .filter(isTlp)
      .map(({ value }) => parseTlp(value))
      .reduce(stricterTlp, undefined),
    tags: tags.filter(isFree).map(({ name }) => name)
  }
}

const isAttackPattern = ({ predicate }: Tag): boolean =>
  predicate.startsWith('mitre-') && predicate.endsWith('attack-pattern')

const isSector = ({ predicate }: Tag): boolean => predicate === 'sector'

/** The taxonomies of incidents name scanners among what gathers information: `rsit:information-gathering="scanner"`. */
const isThreatType = ({ namespace, predicate, value }: Tag): boolean =>
  THREAT_TAXONOMIES.has(`${namespace}:${predicate}`) ||
  (predicate === 'information-gathering' && policyThreat(value) === 'scanner')

/** `tlp:amber`, and national taxonomies such as `cert-fr:TLP="amber"`. */
const isTlp = ({ namespace, predicate }: Tag): boolean =>
  (namespace === 'tlp' && predicate === '') || predicate === 'tlp'

const isFree = (tag: Tag): boolean => !READ_ELSEWHERE.has(tag.namespace) && !isThreatType(tag) && !isTlp(tag)

/** Names of MITRE's galaxies end in their id: `PowerShell - T1059.001`, `APT32 - G0050`. */
const ATTACK_ID = / - ([A-Z]{1,3}[0-9]{4}(?:\.[0-9]{3})?)$/

const attackIdOf = (name: string): string | undefined => ATTACK_ID.exec(name)?.[1]

const withoutAttackId = (name: string): string => name.replace(ATTACK_ID, '')
