import { expect, test } from 'vitest'
import { MITRE_ATTACK } from './mitre-attack.ts'

test.each([
  ['T1059', 'T1059'],
  ['t1059.001', 'T1059.001'],
  ['T9999.999', 'T9999.999']
])('%s has the form of a technique', (text, value) => {
  expect(MITRE_ATTACK.normalise(text)).toEqual({ kind: 'mitre-attack', value })
})

test.each(['TA0001', 'G0007', 'S0154', 'm1036', 'DS0017', 'C0022', 'DC0001', 'DET0001', 'AN0001'])(
  '%s is another object of ATT&CK',
  (text) => {
    expect(MITRE_ATTACK.normalise(text)).toEqual({ reason: 'not_a_technique' })
  }
)

test.each(['T105', 'T10590', 'T1059.1', 'T1059.', 'T1059/001', 'attack.t1059', '\u017f0001'])(
  '%s is refused',
  (text) => {
    expect(MITRE_ATTACK.normalise(text)).toEqual({ reason: 'bad_technique' })
  }
)
