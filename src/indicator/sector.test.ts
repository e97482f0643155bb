import { expect, test } from 'vitest'
import { parseSector, SECTORS } from './sector.ts'

test('every slug is itself in any case', () => {
  for (const sector of SECTORS) expect(parseSector(sector.toUpperCase())).toBe(sector)
})

test.each([
  ['finance', 'financial-services'],
  ['technology', 'information-technology'],
  ['healthcare-and-public-health', 'healthcare'],
  ['government', 'government-facilities'],
  ['transportation', 'transportation-systems'],
  ['water', 'water-and-wastewater'],
  ['Chemical Sector', 'chemical'],
  ['Defense Industrial Base Sector', 'defense-industrial-base'],
  ['Food & Agriculture', 'food-and-agriculture'],
  ['Government Services and Facilities Sector', 'government-facilities'],
  ['Nuclear Reactors, Materials, and Waste Sector', 'nuclear'],
  ['water-and-wastewater-systems-sector', 'water-and-wastewater'],
  ['financial_services', 'financial-services']
])('%s is %s', (text, sector) => {
  expect(parseSector(text)).toBe(sector)
})

test.each(['', 'sector', 'retail', 'energyy'])('%j is no sector', (text) => {
  expect(parseSector(text)).toBeUndefined()
})
