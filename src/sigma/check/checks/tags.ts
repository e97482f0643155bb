import { ALL_KINDS, type Check } from '../check.ts'
import { complain, isComplaint, listOf } from '../field-faults.ts'
import { quoted } from '../quoted.ts'
import { isScalar, nounOf } from '../yaml-node.ts'

/** Tags are texts with a namespace. Sigma specification 2.1, Tags. */
export const tags: Check = {
  name: 'tags',
  severity: 'error',
  appliesTo: ALL_KINDS,
  *find(document) {
    const list = listOf(document, 'tags')
    if (list === undefined) return
    if (isComplaint(list)) {
      yield list
      return
    }
    for (const item of list.items) {
      if (!isScalar(item, 'string'))
        yield complain(item, 'tags', `a tag is ${nounOf(item)} and must be text; quote it or take it out`)
      else if (!item.text.includes('.'))
        yield complain(
          item,
          'tags',
          `${quoted(item.text)} has no namespace; write one and a dot before it, as in attack.t1059`
        )
    }
  }
}
