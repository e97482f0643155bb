import { ALL_KINDS, type Check } from '../check.ts'
import { complain, isComplaint, listOf } from '../field-faults.ts'
import type { Complaint } from '../finding.ts'
import { isUuidSpelling, readUuid } from '../uuid.ts'
import { isScalar, nounOf, valueOf, type YamlNode } from '../yaml-node.ts'

const TYPES = ['derived', 'obsolete', 'merged', 'renamed', 'similar']

/** Known to pySigma alone. */
const FURTHER_TYPES = ['correlation']

/** Related rules have an id and say how they are related. Sigma specification 2.1, Related. */
export const related: Check = {
  name: 'related',
  severity: 'error',
  appliesTo: ALL_KINDS,
  *find(document) {
    const list = listOf(document, 'related')
    if (list === undefined) return
    if (isComplaint(list)) yield list
    else for (const item of list.items) yield* itemFaults(item, document.kind === 'rule')
  }
}

function* itemFaults(item: YamlNode, isStrict: boolean): Generator<Complaint> {
  if (item.kind !== 'map') {
    yield complain(item, 'related', `an item is ${nounOf(item)} and must be a map with id and type; write both`)
    return
  }
  const id = valueOf(item, 'id')
  if (!isScalar(id, 'string') || readUuid(id.text) === undefined || (isStrict && !isUuidSpelling(id.text))) {
    yield complain(id ?? item, 'related.id', 'every related rule needs the UUID it has; write it')
  }
  const type = valueOf(item, 'type')
  const allowed = isStrict ? TYPES : [...TYPES, ...FURTHER_TYPES]
  if (!isScalar(type, 'string') || !allowed.includes(isStrict ? type.text : type.text.toLowerCase())) {
    yield complain(type ?? item, 'related.type', `every related rule needs a type; write one of ${allowed.join(', ')}`)
  }
}
