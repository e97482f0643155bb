import { ALL_KINDS, type Check } from '../check.ts'
import { complain, isComplaint, textOf } from '../field-faults.ts'
import { isUuidSpelling, readUuid } from '../uuid.ts'

/** An id is a UUID. Sigma specification 2.1, Identification. */
export const identifier: Check = {
  name: 'identifier',
  severity: 'error',
  appliesTo: ALL_KINDS,
  *find(document) {
    const id = textOf(document, 'id')
    if (id === undefined) return
    if (isComplaint(id)) yield id
    else if (readUuid(id.text) === undefined) yield complain(id, 'id', 'it is no UUID; make one with uuidgen')
    else if (document.kind === 'rule' && !isUuidSpelling(id.text)) {
      yield complain(id, 'id', 'its hyphens do not stand as in 00000000-0000-4000-8000-000000000000; write them so')
    }
  }
}
