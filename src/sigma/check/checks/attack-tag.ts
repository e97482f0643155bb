import { ATTACK_VERSION, currentTechnique, isAttackTag } from '../../attack.ts'
import { tagCheck } from '../tag-check.ts'

/** The bundled ATT&CK has no mitigations, so their shape is all that is looked at. */
const MITIGATION = /^m\d{4}$/

const remedyFor = (name: string): string => {
  const successor = currentTechnique(name.toUpperCase())
  if (successor !== undefined && name !== successor.toLowerCase()) return `write attack.${successor.toLowerCase()}`
  return isAttackTag(name.replaceAll('_', '-'))
    ? `write attack.${name.replaceAll('_', '-')}`
    : 'correct it or take it out'
}

/** ATT&CK knows the technique, tactic, group or software. pySigma's `attack_tag`. */
export const attackTag = tagCheck('attack-tag', ({ namespace, name }) =>
  namespace !== 'attack' || isAttackTag(name) || MITIGATION.test(name)
    ? undefined
    : `is unknown to ATT&CK ${ATTACK_VERSION}; ${remedyFor(name)}`
)
