import type { KindDefinition } from '../normalised.ts'
import { isOtherAttackId, readTechniqueId } from '../technique-id.ts'

/** An ATT&CK technique by the form of its id; whether ATT&CK knows it is asked elsewhere. */
export const MITRE_ATTACK: KindDefinition = {
  kind: 'mitre-attack',
  maxBytes: 9,
  normalise: (text) => {
    const value = readTechniqueId(text)
    if (value !== undefined) return { kind: 'mitre-attack', value }
    return { reason: isOtherAttackId(text) ? 'not_a_technique' : 'bad_technique' }
  }
}
