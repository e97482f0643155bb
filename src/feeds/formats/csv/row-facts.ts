import type { Role } from '../../../indicator/context.ts'
import { parseTime } from '../../../indicator/parse-time.ts'
import { parseSector } from '../../../indicator/sector.ts'
import { parseTlp, stricterTlp } from '../../../indicator/tlp.ts'
import { parseConfidence } from '../../confidence-text.ts'
import { saidText } from '../../field-text.ts'
import type { Facts } from '../../indicator-item.ts'
import { linksIn } from '../../links-in.ts'
import { parsePort } from '../../port.ts'
import type { SaidContext } from '../../shared-context.ts'
import { monthFirst } from './day-first.ts'
import type { ContextRole } from './usual-names.ts'

/** The cells of a row that have a role, without empty ones. */
export type Said = (role: ContextRole) => readonly string[]

/** What one row says about all of its values, context aside; `isDayFirst` as {@link isDayFirst} tells of its table. */
export const factsOfRow = (said: Said, isDayFirst: boolean): Facts => ({
  confidence: parseConfidence(said('confidence')[0]),
  firstSeen: firstTime(said('first-seen'), isDayFirst),
  lastSeen: firstTime(said('last-seen'), isDayFirst),
  validUntil: firstTime(said('expires'), isDayFirst)
})

/** The roles of the columns that {@link contextOfRow} reads. */
export const ROLES_OF_CONTEXT = [
  'role',
  'severity',
  'threat-type',
  'family',
  'actor',
  'tags',
  'technique',
  'industry',
  'link',
  'tlp',
  'port',
  'file-name'
] as const satisfies readonly ContextRole[]

/** The context that one row gives all of its values. */
export const contextOfRow = (said: Said): SaidContext => ({
  role: parseRole(said('role')[0]),
  critical: said('severity').some((text) => text.toLowerCase() === 'critical') || undefined,
  threatTypes: parts(said('threat-type')),
  malwareFamilies: parts(said('family')).filter((family) => !/^unknown\b/i.test(family)),
  actors: parts(said('actor')),
  tags: parts(said('tags')),
  techniques: parts(said('technique')).flatMap((text) => TECHNIQUE.exec(text)?.[0].toUpperCase() ?? []),
  industries: parts(said('industry')).flatMap((text) => parseSector(text) ?? []),
  links: said('link').flatMap(linksIn),
  tlp: [...said('tlp'), ...parts(said('tags')).filter((tag) => /^tlp[:-]/i.test(tag))]
    .map(parseTlp)
    .reduce(stricterTlp, undefined),
  ports: parts(said('port')).flatMap((text) => parsePort(text) ?? []),
  fileNames: said('file-name')
})

/** Also with its name behind: `T1059.001: PowerShell`. */
const TECHNIQUE = /\bT[0-9]{4}(?:\.[0-9]{3})?\b/i

const firstTime = (texts: readonly string[], isDayFirst: boolean): number | undefined => {
  for (const text of texts) {
    const time = parseTime(isDayFirst ? monthFirst(text) : text)
    if (time !== undefined) return time
  }
  return undefined
}

const parts = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.split(/[,;|\n]/)).flatMap((part) => saidText(part) ?? [])

const parseRole = (text: string | undefined): Role | undefined => {
  const word = text?.toLowerCase()
  if (word === 'src' || word === 'source') return 'source'
  return word === 'dst' || word === 'dest' || word === 'destination' ? 'destination' : undefined
}
