import type { Indicator } from '../indicator/indicator.ts'
import { tacticsOf } from '../sigma/attack.ts'
import { objectBase, type StixOptions } from './object-base.ts'
import type { StixAttackPattern } from './objects.ts'

/** The `attack-pattern` of an ATT&CK technique. */
export const attackPatternObject = (indicator: Indicator, options: StixOptions): StixAttackPattern => {
  const tactics = tacticsOf(indicator.value)
  return {
    type: 'attack-pattern',
    spec_version: '2.1',
    id: `attack-pattern--${indicator.id}`,
    ...objectBase(indicator, options),
    name: indicator.value,
    ...(tactics.length === 0
      ? {}
      : { kill_chain_phases: tactics.map((phase) => ({ kill_chain_name: 'mitre-attack', phase_name: phase })) })
  }
}
