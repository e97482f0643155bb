import type { Check } from '../check.ts'
import { isConditionFault, leavesOf } from '../condition.ts'
import { complain } from '../field-faults.ts'
import type { Complaint } from '../finding.ts'
import { quoted } from '../quoted.ts'
import type { WrittenCondition } from '../sigma-document.ts'
import { isScalar, type MapNode, nounOf, valueOf } from '../yaml-node.ts'

/** A condition can be read and names searches that are there. Sigma specification 2.1, Condition. */
export const condition: Check = {
  name: 'condition',
  severity: 'error',
  appliesTo: ['rule', 'filter'],
  *find(document) {
    const { root, body, conditions } = document
    const map = valueOf(root, body)
    if (map?.kind !== 'map') return
    yield* shapeFaults(map, body)
    const names = new Set(document.detection.searches.map(({ name }) => name))
    for (const written of conditions) yield* conditionFaults(written, body, names)
  }
}

/** The JSON schema and filters want one text, which is also what other tools read. */
function* shapeFaults(map: MapNode, body: string): Generator<Complaint> {
  const node = valueOf(map, 'condition')
  const field = `${body}.condition`
  if (node === undefined) yield complain(map, field, 'the condition is missing; say how the searches are combined')
  else if (!isScalar(node, 'string'))
    yield complain(node, field, `it is ${nounOf(node)} and must be text; write one condition on one line`)
}

function* conditionFaults(
  { node, read }: WrittenCondition,
  body: string,
  names: ReadonlySet<string>
): Generator<Complaint> {
  const field = `${body}.condition`
  if (node.text.includes('|')) {
    yield complain(node, field, 'Sigma gave up aggregations behind a pipe; write a correlation')
    return
  }
  if (isConditionFault(read)) {
    yield complain(node, field, `${quoted(node.text)}: character ${read.at + 1}: ${read.reason}`)
    return
  }
  // Without any search, that is what has to be said.
  if (names.size === 0) return
  for (const leaf of leavesOf(read)) {
    if (leaf.type === 'selector' || names.has(leaf.name)) continue
    yield complain(node, field, `there is no search ${quoted(leaf.name)}; write it or correct the name`)
  }
}
