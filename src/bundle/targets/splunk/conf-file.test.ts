import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConf } from '../../../../tests/support/read-conf.ts'
import { confFile } from './conf-file.ts'

test('a configuration file reads back as it was written, with values of several lines', () => {
  const value = fc.string({ unit: fc.constantFrom('a', '|', '=', '"', '[', ']', '#', ' ', '\n'), maxLength: 20 })
  const lasting = value.map((text) => `x${text}x`)
  fc.assert(
    fc.property(fc.array(lasting, { minLength: 1, maxLength: 4 }), (values) => {
      const settings = Object.fromEntries(values.map((text, index) => [`key.${index}`, text]))
      const { stanzas, badLines } = readConf(confFile([['one - two', settings]]))
      expect(badLines).toEqual([])
      const read = [...(stanzas.get('one - two') ?? [])].map(([key, setting]) => [key, setting.value])
      // The blank before the backslash stays with the line.
      expect(read).toEqual(Object.entries(settings).map(([key, text]) => [key, text.replaceAll('\n', ' \n')]))
    })
  )
})

test('settings of a stanza that stands twice are put together, and each knows the line on which it begins', () => {
  const { stanzas, badLines } = readConf('# ours\n[a]\nx = 1 \\\n2\ny=3\n[b]\nstray\n[a]\nz = 4 \\')
  expect([...(stanzas.get('a') ?? [])]).toEqual([
    ['x', { line: 3, value: '1 \n2' }],
    ['y', { line: 5, value: '3' }],
    ['z', { line: 9, value: '4 ' }]
  ])
  expect(badLines).toEqual([7])
})
