import { tagCheck } from '../tag-check.ts'

const TACTICS = new Set(['deceive', 'detect', 'evict', 'harden', 'isolate', 'model', 'restore'])
const TECHNIQUE = /^d3-[a-z0-9]+$/
const ARTEFACT = /^d3f[-:][a-z0-9-]+$/i

/** A D3FEND tag looks like one. Sigma specification 2.1, appendix Tags. */
export const d3fendTag = tagCheck('d3fend-tag', ({ namespace, name }) =>
  namespace !== 'd3fend' || TACTICS.has(name) || TECHNIQUE.test(name) || ARTEFACT.test(name)
    ? undefined
    : 'is neither a tactic (d3fend.detect), a technique (d3fend.d3-da) nor an artefact (d3fend.d3f-file) of D3FEND; correct it'
)
