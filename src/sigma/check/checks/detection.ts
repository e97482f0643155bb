import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import type { Complaint } from '../finding.ts'
import { faultCheck } from '../fault-check.ts'
import { type MapEntry, nounOf, valueOf, type YamlNode } from '../yaml-node.ts'

/** A rule has searches, each a map or a list. Sigma specification 2.1, Detection. */
export const detection: Check = {
  ...faultCheck('detection'),
  *find(document) {
    const node = valueOf(document.root, document.body)
    if (node?.kind === 'map') {
      yield* faultCheck('detection').find(document)
      if (document.detection.searches.length === 0) {
        yield complain(node, document.body, 'it holds no search; name a field and its values')
      }
      if (document.kind === 'rule') for (const entry of node.entries) yield* schemaFaults(entry)
    } else {
      const found = node === undefined ? 'it is missing' : `it is ${nounOf(node)} and must be a map`
      yield complain(node ?? document.root, document.body, `${found}; write a search and a condition`)
    }
  }
}

/** What the JSON schema says of a search, which is more than pySigma does. */
function* schemaFaults({ key, value }: MapEntry): Generator<Complaint> {
  if (key.text === 'condition') return
  const field = `detection.${key.text}`
  if (value.kind === 'scalar')
    yield complain(value, field, `it is ${nounOf(value)} and must be a map or a list; put "- " before it`)
  if (value.kind === 'list') for (const item of value.items) yield* keywordFaults(item, field)
}

function* keywordFaults(item: YamlNode, field: string): Generator<Complaint> {
  const isAllowed =
    item.kind === 'map' || (item.kind === 'scalar' && (item.type === 'string' || isWhole(item.number, item.type)))
  // The reader of detections has already said what is wrong with a date.
  if (!isAllowed && !(item.kind === 'scalar' && item.type === 'timestamp')) {
    yield complain(item, field, `an item is ${nounOf(item)} and must be text, a whole number or a map; quote it`)
  }
}

const isWhole = (number: number | undefined, type: string): boolean => type !== 'boolean' && Number.isInteger(number)
