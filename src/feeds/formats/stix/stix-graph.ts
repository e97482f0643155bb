import type { Context } from '../../../indicator/context.ts'
import type { Sector } from '../../../indicator/sector.ts'
import { stricterTlp } from '../../../indicator/tlp.ts'
import { type JsonObject, textField, textListField } from '../../json/members.ts'
import { attackIdOf } from './external-reference.ts'
import { KNOWN_MARKINGS, type Marking, readMarking } from './marking.ts'
import { sectorOfIdentity } from './sector-of-identity.ts'

/** Most objects, and most relationships, that are remembered of one file. */
export const MOST_REMEMBERED = 100_000
/** Most objects that are looked at for one indicator. */
const MOST_VISITED = 100

/** What an object stands for in the context of an indicator. */
interface Node {
  readonly actor?: string | undefined
  readonly malware?: string | undefined
  readonly technique?: string | undefined
  readonly sectors?: readonly Sector[]
}

/** Relationships that lead on from any object; the others only from an indicator. */
const LEADING: ReadonlySet<string> = new Set(['attributed-to', 'targets'])
const OF_INDICATORS: ReadonlySet<string> = new Set(['indicates', 'uses'])

/** The parts of a context that other objects of a bundle say. */
export type GraphContext = Pick<
  Context,
  'actors' | 'malwareFamilies' | 'techniques' | 'industries' | 'tlp' | 'licences'
>

/**
 * What the objects of a bundle say about each other, as far as it was read. An indicator is described by what it
 * indicates and uses, by whom that is attributed to, and by the identities that these target; not by what else an
 * actor or campaign uses, which would be said of every one of its indicators.
 */
export class StixGraph {
  readonly #nodes = new Map<string, Node>()
  readonly #markings = new Map<string, Marking>(KNOWN_MARKINGS)
  /** The targets of relationships, by type and source. */
  readonly #targets = new Map<string, string[]>()
  #relationships = 0

  /** Remembers what an object says about others. */
  learn(type: string, object: JsonObject): void {
    if (type === 'relationship') this.#learnRelationship(object)
    const id = textField(object, 'id')
    if (id === undefined) return
    if (type === 'marking-definition') remember(this.#markings, id, readMarking(object))
    const node = nodeOf(type, object)
    if (node !== undefined) remember(this.#nodes, id, node)
  }

  /** What is known about an object by its id and the markings that it refers to. */
  describe(id: string, markingRefs: readonly string[]): GraphContext {
    const around = this.#around(id)
    const nodes = this.#nodesOf(around)
    const targeted = this.#nodesOf([id, ...around].flatMap((source) => this.#targetsOf('targets', source)))
    const markings = markingRefs.flatMap((ref) => this.#markings.get(ref) ?? [])
    return {
      actors: nodes.flatMap(({ actor }) => actor ?? []),
      malwareFamilies: nodes.flatMap(({ malware }) => malware ?? []),
      techniques: nodes.flatMap(({ technique }) => technique ?? []),
      industries: targeted.flatMap(({ sectors }) => sectors ?? []),
      tlp: markings.map(({ tlp }) => tlp).reduce(stricterTlp, undefined),
      licences: markings.flatMap(({ statement }) => statement ?? [])
    }
  }

  #learnRelationship(object: JsonObject): void {
    const type = textField(object, 'relationship_type')
    const source = textField(object, 'source_ref')
    const target = textField(object, 'target_ref')
    if (type === undefined || source === undefined || target === undefined) return
    const isUseful = LEADING.has(type) || (OF_INDICATORS.has(type) && source.startsWith('indicator--'))
    if (!isUseful || this.#relationships === MOST_REMEMBERED) return
    this.#relationships += 1
    const key = `${type} ${source}`
    const targets = this.#targets.get(key)
    if (targets === undefined) this.#targets.set(key, [target])
    else targets.push(target)
  }

  /** The objects that an indicator points to, and those that these are attributed to. */
  #around(id: string): readonly string[] {
    const around = new Set([...OF_INDICATORS, 'attributed-to'].flatMap((type) => this.#targetsOf(type, id)))
    for (const near of around) {
      if (around.size >= MOST_VISITED) break
      for (const target of this.#targetsOf('attributed-to', near)) around.add(target)
    }
    return [...around]
  }

  #targetsOf(type: string, source: string): readonly string[] {
    return this.#targets.get(`${type} ${source}`)?.slice(0, MOST_VISITED) ?? []
  }

  #nodesOf(ids: readonly string[]): readonly Node[] {
    return ids.flatMap((id) => this.#nodes.get(id) ?? [])
  }
}

const remember = <T>(known: Map<string, T>, id: string, what: T): void => {
  if (known.size < MOST_REMEMBERED) known.set(id, what)
}

const nodeOf = (type: string, object: JsonObject): Node | undefined => {
  switch (type) {
    case 'threat-actor':
    case 'intrusion-set':
    case 'campaign':
      return { actor: textField(object, 'name') }
    case 'malware':
    case 'tool':
      return { malware: textField(object, 'name') }
    case 'attack-pattern':
      return { technique: attackIdOf(object) }
    case 'identity':
      return { sectors: textListField(object, 'sectors').flatMap((name) => sectorOfIdentity(name) ?? []) }
    default:
      return undefined
  }
}
