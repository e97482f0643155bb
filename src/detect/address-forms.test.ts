import { expect, it } from 'vitest'
import { addressForms } from './address-forms.ts'

it.each([
  ['192.0.2.1', ['192.0.2.1']],
  ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2:3:4:5:6']],
  ['2001:db8::dead:beef', ['2001:db8::dead:beef', '2001:db8:0:0:0:0:dead:beef']],
  ['2001:db8::', ['2001:db8::', '2001:db8:0:0:0:0:0:0']],
  ['::1', ['::1', '0:0:0:0:0:0:0:1']],
  ['::', ['::', '0:0:0:0:0:0:0:0']]
])('%s is logged as %j', (address, forms) => {
  expect(addressForms(address)).toEqual(forms)
})
