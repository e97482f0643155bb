import { KIND_DEFINITIONS } from '../../../indicator/kinds.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { elementsOf } from './elements.ts'
import type { ReferenceSet } from './reference-set.ts'

/** The spellings of a value among whose elements an element may be; a scheme can hide a port that stands in the value. */
const valuesBehind = (element: string): readonly string[] => [
  element,
  element.replace(/\.$/, ''),
  element.replace(/^https?:\/\//, '')
]

/** Why an element cannot stand in a set; `undefined` where it can. */
export const elementProblem = ({ name, kind, elementType }: ReferenceSet, element: string): string | undefined => {
  if (elementType === 'ALNIC' && element !== element.toLowerCase()) {
    return `The value ${JSON.stringify(element)} has capitals, and ${name} keeps lower case.`
  }
  const isElement = valuesBehind(element).some((text) => {
    const read = KIND_DEFINITIONS[kind].normalise(text)
    return !isRejection(read) && read.kind === kind && elementsOf(read).includes(element)
  })
  return isElement ? undefined : `The value ${JSON.stringify(element)} is nothing that ${name} can hold.`
}
