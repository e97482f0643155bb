import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_CONTEXT, makeContext } from '../../indicator/make-context.ts'
import { SECTORS } from '../../indicator/sector.ts'
import { TLPS } from '../../indicator/tlp.ts'
import { readContext, writeContext } from './context-text.ts'

const contexts = fc
  .record(
    {
      role: fc.constantFrom('source', 'destination', 'unknown'),
      critical: fc.boolean(),
      threatTypes: fc.array(fc.string()),
      malwareFamilies: fc.array(fc.string({ unit: 'grapheme' })),
      ports: fc.array(fc.integer({ min: 1, max: 65_535 })),
      industries: fc.subarray([...SECTORS]),
      tlp: fc.constantFrom(...TLPS),
      scheme: fc.constantFrom('http', 'https')
    },
    { requiredKeys: [] }
  )
  .map(makeContext)

test('a context is read back as it was written', () => {
  fc.assert(
    fc.property(contexts, (context) => {
      expect(readContext(writeContext(context))).toEqual(context)
    })
  )
})

test('what a context does not say takes no room', () => {
  expect(writeContext(EMPTY_CONTEXT)).toBe('{}')
  expect(writeContext(makeContext({ ports: [443], role: 'source' }))).toBe('{"role":"source","ports":[443]}')
})
