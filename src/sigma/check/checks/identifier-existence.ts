import { type Check, VALIDATED } from '../check.ts'
import { complain } from '../field-faults.ts'
import { isNothing, valueOf } from '../yaml-node.ts'

/** A rule has an id. pySigma's `identifier_existence`. */
export const identifierExistence: Check = {
  name: 'identifier-existence',
  severity: 'medium',
  appliesTo: VALIDATED,
  *find({ root }) {
    const id = valueOf(root, 'id')
    if (isNothing(id)) yield complain(id ?? root, 'id', 'the id is missing; make one with uuidgen')
  }
}
