import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import type { Complaint } from '../finding.ts'
import { isNothing, isScalar, type MapNode, nounOf, valueOf, type YamlNode } from '../yaml-node.ts'

const NAMES = ['category', 'product', 'service'] as const

/** A rule says what logs it reads. Sigma specification 2.1, Log source. */
export const logsource: Check = {
  name: 'logsource',
  severity: 'error',
  appliesTo: ['rule', 'filter'],
  *find({ kind, root }) {
    const node = valueOf(root, 'logsource')
    if (node === undefined)
      yield complain(root, 'logsource', 'the log source is missing; name at least a category, product or service')
    else if (node.kind !== 'map')
      yield complain(node, 'logsource', `it is ${nounOf(node)} and must be a map; name a category, product or service`)
    else yield* mapFaults(node, kind === 'rule')
  }
}

function* mapFaults(map: MapNode, isStrict: boolean): Generator<Complaint> {
  if (NAMES.every((name) => isNothing(valueOf(map, name)))) {
    yield complain(map, 'logsource', 'it names nothing; name at least a category, product or service')
  }
  for (const name of [...NAMES, 'definition']) {
    const node = valueOf(map, name)
    if (node === undefined || isScalar(node, 'string')) continue
    if (isStrict || !isFalsy(node))
      yield complain(node, `logsource.${name}`, `it is ${nounOf(node)} and must be text; quote it or leave it out`)
  }
}

/** What Python holds for false, and pySigma therefore lets pass. */
const isFalsy = (node: YamlNode): boolean => {
  if (node.kind === 'list') return node.items.length === 0
  if (node.kind === 'map') return node.entries.length === 0
  return node.type === 'null' || node.number === 0
}
