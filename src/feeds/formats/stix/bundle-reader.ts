import type { FeedItem, Position } from '../../../indicator/raw-indicator.ts'
import type { Seconds } from '../../../indicator/time.ts'
import type { ContextReader } from '../../hold-until-context.ts'
import { indicatorItem } from '../../indicator-item.ts'
import { isObject, type JsonObject, listField, recordOf, textField } from '../../json/members.ts'
import { isJsonRecord, type JsonEntry, type JsonRecord } from '../../json/json-record.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import type { HeldValue } from './held-value.ts'
import { readIndicator } from './read-indicator.ts'
import { readAttackPattern, readVulnerability } from './read-named-object.ts'
import { StixGraph } from './stix-graph.ts'

/** Follows the objects of a file and joins what they say about each other to the values in them. */
export const createBundleReader = (now: Seconds): ContextReader<JsonEntry, HeldValue> => {
  const share = createShareContext()
  const graph = new StixGraph()

  const take = (entry: JsonEntry): readonly HeldValue[] => {
    if (!isJsonRecord(entry)) return [entry]
    const object = recordOf(entry.value)
    if (!isContainer(entry)) return takeObject(object, entry.position)
    return listField(object, 'objects').flatMap((inner, index) =>
      takeObject(recordOf(inner), `${entry.position}/objects/${index}`)
    )
  }

  const takeObject = (object: JsonObject, position: Position): readonly HeldValue[] => {
    const type = textField(object, 'type')
    if (type === undefined) return [refusal('', position, 'bad_record', 'no STIX object with a type')]
    graph.learn(type, object)
    return valuesOf(type, object, position, now)
  }

  const release = (held: HeldValue): FeedItem => {
    if ('rejection' in held) return held
    const { kind, value, position, facts } = held
    const { confidence, firstSeen, validUntil, context } = facts
    const said = { ...context, ...graph.describe(facts.id, facts.markingRefs) }
    return indicatorItem(kind, value, position, { confidence, firstSeen, validUntil, context: share(said) })
  }

  return { begins: () => false, take, release }
}

/** Members of TAXII's envelope. https://docs.oasis-open.org/cti/taxii/v2.1/os/taxii-v2.1-os.html#_Toc31107537 */
const OF_ENVELOPE: ReadonlySet<string> = new Set(['more', 'next', 'objects'])

/** What stands around objects: a bundle, or an envelope, which leaves out what is empty and may be empty itself. */
const isContainer = ({ value, path }: JsonRecord): boolean => {
  if (!isObject(value)) return false
  if (textField(value, 'type') === 'bundle') return true
  return path.length < 2 && Object.keys(value).every((name) => OF_ENVELOPE.has(name))
}

const valuesOf = (type: string, object: JsonObject, position: Position, now: Seconds): readonly HeldValue[] => {
  switch (type) {
    case 'indicator':
      return readIndicator(object, position, now)
    case 'vulnerability':
      return readVulnerability(object, position, now)
    case 'attack-pattern':
      return readAttackPattern(object, position, now)
    default:
      return []
  }
}
