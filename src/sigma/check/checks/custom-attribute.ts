import { type Check, VALIDATED } from '../check.ts'
import { complain } from '../field-faults.ts'

const MEANT: ReadonlyMap<string, string> = new Map([
  ['realted', 'related'],
  ['relatde', 'related'],
  ['relted', 'related'],
  ['rlated', 'related'],
  ['reference', 'references']
])

/** No key is a known misspelling of another. pySigma's `custom_attributes`. */
export const customAttribute: Check = {
  name: 'custom-attribute',
  severity: 'medium',
  appliesTo: VALIDATED,
  *find({ root }) {
    for (const { key } of root.entries) {
      const meant = MEANT.get(key.text)
      if (meant !== undefined) yield complain(key, key.text, `Sigma has no such field; did you mean ${meant}?`)
    }
  }
}
