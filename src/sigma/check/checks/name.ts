import { ALL_KINDS, type Check } from '../check.ts'
import { complain, textFaults } from '../field-faults.ts'
import { isScalar, valueOf } from '../yaml-node.ts'

const LONGEST = 256

/** A name is text and not empty. Sigma specification 2.1, Name. */
export const name: Check = {
  name: 'name',
  severity: 'error',
  appliesTo: ALL_KINDS,
  *find(document) {
    const longest = document.kind === 'rule' ? LONGEST : undefined
    yield* textFaults(document, 'name', longest)
    const node = valueOf(document.root, 'name')
    if (isScalar(node, 'string') && node.text === '')
      yield complain(node, 'name', 'it is empty; fill it or leave the field out')
  }
}
