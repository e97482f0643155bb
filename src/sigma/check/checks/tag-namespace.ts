import { nearest } from '../../../indicator/nearest.ts'
import { tagCheck } from '../tag-check.ts'

const NAMESPACES = ['attack', 'car', 'cve', 'd3fend', 'detection', 'stp', 'tlp']

/** The namespace is one of Sigma's. pySigma's `namespace_tag`. */
export const tagNamespace = tagCheck('tag-namespace', ({ namespace }) => {
  if (NAMESPACES.includes(namespace)) return undefined
  const near = nearest(namespace, NAMESPACES)
  return `is in no namespace of Sigma; ${near === undefined ? `use ${NAMESPACES.join(', ')}` : `did you mean ${near}?`}`
})
