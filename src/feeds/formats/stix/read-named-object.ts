import type { Kind } from '../../../indicator/kind.ts'
import type { Position } from '../../../indicator/raw-indicator.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { type JsonObject, textField } from '../../json/members.ts'
import { takenBack } from '../../taken-back.ts'
import { attackIdOf, cveIdsOf } from './external-reference.ts'
import type { HeldValue } from './held-value.ts'
import { factsOf } from './object-facts.ts'
import { withdrawalOf } from './withdrawal.ts'

/** The CVE ids of a `vulnerability`; where it refers to none, its name is taken for one. */
export const readVulnerability = (object: JsonObject, position: Position, now: Seconds): readonly HeldValue[] => {
  const ids = new Set(cveIdsOf(object))
  const values = ids.size > 0 ? [...ids] : [textField(object, 'name') ?? '']
  return values.map((value) => named('cve', value, object, position, now))
}

/** The technique of an `attack-pattern`; none where it is no technique of ATT&CK but, say, of CAPEC. */
export const readAttackPattern = (object: JsonObject, position: Position, now: Seconds): readonly HeldValue[] => {
  const id = attackIdOf(object)
  return id === undefined ? [] : [named('mitre-attack', id, object, position, now)]
}

const named = (kind: Kind, value: string, object: JsonObject, position: Position, now: Seconds): HeldValue => {
  const withdrawal = withdrawalOf(object, now)
  if (withdrawal !== undefined) return takenBack(kind, value, position, withdrawal)
  return { value, kind, position, facts: factsOf(object) }
}
