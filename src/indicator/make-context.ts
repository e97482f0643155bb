import { fileNameList, linkList, nameList, numberList, techniqueList, textList } from './context-lists.ts'
import type { Context, Role } from './context.ts'
import { policyThreat } from './policy-threat.ts'
import { isPort } from './port.ts'
import { remember } from './remember.ts'
import { stricterTlp } from './tlp.ts'

/** The context of a source that says nothing. */
export const EMPTY_CONTEXT: Context = {
  role: 'unknown',
  critical: false,
  threatTypes: [],
  malwareFamilies: [],
  actors: [],
  ports: [],
  fileNames: [],
  tags: [],
  techniques: [],
  industries: [],
  links: [],
  tlp: undefined,
  licences: [],
  scheme: undefined
}

/**
 * Canonical JSON of a context: equal for equal contexts, whatever order their parts were given in. `makeContext` of
 * what `JSON.parse` reads from it gives the context back. Remembered per object.
 */
export const contextKey = remember((context: Context): string =>
  JSON.stringify({
    role: context.role,
    critical: context.critical,
    threatTypes: context.threatTypes,
    malwareFamilies: context.malwareFamilies,
    actors: context.actors,
    ports: context.ports,
    fileNames: context.fileNames,
    tags: context.tags,
    techniques: context.techniques,
    industries: context.industries,
    links: context.links,
    tlp: context.tlp,
    licences: context.licences,
    scheme: context.scheme
  } satisfies Context)
)

const orEmpty = (context: Context): Context =>
  contextKey(context) === contextKey(EMPTY_CONTEXT) ? EMPTY_CONTEXT : context

/**
 * A context out of what a feed says: texts cleaned and cut, placeholders (`n/a`, `None`, `-`) and what has not the form
 * of its field dropped, lists sorted, unique and capped.
 */
export const makeContext = (parts: Partial<Context>): Context => {
  const { threatTypes = [], malwareFamilies = [], actors = [], ports = [], fileNames = [] } = parts
  const { tags = [], techniques = [], industries = [], links = [], licences = [] } = parts
  return orEmpty({
    role: parts.role ?? 'unknown',
    critical: parts.critical ?? false,
    threatTypes: nameList(threatTypes),
    malwareFamilies: nameList(malwareFamilies),
    actors: nameList(actors),
    ports: numberList(ports.filter(isPort)),
    fileNames: fileNameList(fileNames),
    tags: nameList(tags),
    techniques: techniqueList(techniques),
    industries: textList(industries),
    links: linkList(links),
    tlp: parts.tlp,
    licences: nameList(licences),
    scheme: parts.scheme
  })
}

const mergeRoles = (roles: readonly Role[]): Role => {
  if (roles.includes('destination')) return 'destination'
  return roles.every((role) => role === 'source') ? 'source' : 'unknown'
}

const mergeSchemes = (schemes: readonly Context['scheme'][]): Context['scheme'] =>
  schemes.includes('http') ? 'http' : schemes.find((scheme) => scheme !== undefined)

/**
 * Policy lists (Tor, VPN, scanners) say what a value is, not that it is malicious. Beside a source that names no threat
 * type, which does mean that, what they say becomes tags, so that the indicator stays what it is to that source.
 */
const mergeThreats = (contexts: readonly Context[]): Pick<Context, 'threatTypes' | 'tags'> => {
  const tags = textList(contexts.flatMap((context) => context.tags))
  const threatTypes = textList(contexts.flatMap((context) => context.threatTypes))
  const isOfPolicy = threatTypes.every((type) => policyThreat(type) !== undefined)
  const isAgreed = contexts.every((context) => context.threatTypes.length > 0)
  return isAgreed || !isOfPolicy
    ? { threatTypes, tags }
    : { threatTypes: [], tags: textList([...tags, ...threatTypes]) }
}

const mergeDifferent = (contexts: readonly Context[]): Context => ({
  role: mergeRoles(contexts.map(({ role }) => role)),
  critical: contexts.some(({ critical }) => critical),
  ...mergeThreats(contexts),
  malwareFamilies: textList(contexts.flatMap(({ malwareFamilies }) => malwareFamilies)),
  actors: textList(contexts.flatMap(({ actors }) => actors)),
  ports: numberList(contexts.flatMap(({ ports }) => ports)),
  fileNames: textList(contexts.flatMap(({ fileNames }) => fileNames)),
  techniques: textList(contexts.flatMap(({ techniques }) => techniques)),
  industries: textList(contexts.flatMap(({ industries }) => industries)),
  links: textList(contexts.flatMap(({ links }) => links)),
  tlp: contexts.map(({ tlp }) => tlp).reduce(stricterTlp, undefined),
  licences: textList(contexts.flatMap(({ licences }) => licences)),
  scheme: mergeSchemes(contexts.map(({ scheme }) => scheme))
})

/**
 * What several sources say together, whatever their order: a role only where it fits all, the strictest TLP, `http` if
 * any saw it, and the union of every list. Equal contexts give the first of them itself; none gives the empty one.
 */
export const mergeContexts = (contexts: readonly Context[]): Context => {
  const [first = EMPTY_CONTEXT] = contexts
  const same = contexts.every((context) => context === first || contextKey(context) === contextKey(first))
  return same ? first : mergeDifferent(contexts)
}
