import { ALL_KINDS, type Check } from '../check.ts'
import { complain, textFaults } from '../field-faults.ts'
import { isNothing, valueOf } from '../yaml-node.ts'

const LONGEST = 256

/** A rule has a title. Sigma specification 2.1, Title. */
export const title: Check = {
  name: 'title',
  severity: 'error',
  appliesTo: ALL_KINDS,
  *find(document) {
    const node = valueOf(document.root, 'title')
    if (isNothing(node))
      yield complain(node ?? document.root, 'title', 'the title is missing; say in a few words what is found')
    else yield* textFaults(document, 'title', LONGEST)
  }
}
