import { expect, it, test } from 'vitest'
import { TLPS } from '../indicator/tlp.ts'
import { tlpMarking } from './tlp-markings.ts'

it.each([
  ['clear', 'TLP:CLEAR', 'clear'],
  ['amber', 'TLP:AMBER', 'amber'],
  ['amber-strict', 'TLP:AMBER+STRICT', 'amber+strict']
] as const)('%s is %s', (tlp, name, level) => {
  expect(tlpMarking(tlp)).toMatchObject({
    type: 'marking-definition',
    name,
    extensions: {
      'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': {
        extension_type: 'property-extension',
        tlp_2_0: level
      }
    }
  })
})

test('every level has an id of its own', () => {
  expect(new Set(TLPS.map((tlp) => tlpMarking(tlp).id)).size).toBe(TLPS.length)
})
