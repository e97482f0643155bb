import { ALL_KINDS, type Check } from '../check.ts'
import { complain, textFaults } from '../field-faults.ts'
import { isScalar, valueOf } from '../yaml-node.ts'

const LONGEST = 256

/** A taxonomy is text and not empty. Sigma specification 2.1, Taxonomy. */
export const taxonomy: Check = {
  name: 'taxonomy',
  severity: 'error',
  appliesTo: ALL_KINDS,
  *find(document) {
    const longest = document.kind === 'rule' ? LONGEST : undefined
    yield* textFaults(document, 'taxonomy', longest)
    const node = valueOf(document.root, 'taxonomy')
    if (isScalar(node, 'string') && node.text === '')
      yield complain(node, 'taxonomy', 'it is empty; fill it or leave the field out')
  }
}
