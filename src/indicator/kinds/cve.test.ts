import { expect, test } from 'vitest'
import { CVE } from './cve.ts'

test.each([
  ['cve-2021-44228', 'CVE-2021-44228'],
  ['CVE-1999-0001', 'CVE-1999-0001'],
  ['CVE-2024-1234567890123456789', 'CVE-2024-1234567890123456789']
])('%s is %s', (text, value) => {
  expect(CVE.normalise(text)).toEqual({ kind: 'cve', value })
})

test.each([
  'CVE-2021-442',
  'CVE-21-44228',
  'CVE_2021_44228',
  'CVE-2024-12345678901234567890',
  '2021-44228',
  'CVE-2021-44228x'
])('%s is refused', (text) => {
  expect(CVE.normalise(text)).toEqual({ reason: 'bad_cve' })
})
