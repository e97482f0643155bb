import { expect, it } from 'vitest'
import { readYaml } from './read-yaml.ts'
import { YamlFault } from './yaml-fault.ts'

it.each([
  ['a: b\tc\n', 4],
  ['a:\tb\n', 2],
  ['a: b\t\n', 4],
  ['a\t: b\n', 1],
  ['a: b#\tc\n', 5],
  ['"a #":\tb\n', 6],
  ['a: b\u0085', 4],
  ['a: b\u2028c\n', 4]
])('%j is refused at %i, as PyYAML does', (text, at) => {
  expect(readYaml(text)).toMatchObject({ at, message: expect.stringContaining('outside of quotes') as string })
})

it.each(['a: "b\tc"\n', "a: 'b\tc'\n", 'a: |\n  b\tc\n', 'a: b #\tc\n', '#\tc\na: b\n'])('%j is taken', (text) => {
  expect(readYaml(text)).not.toBeInstanceOf(YamlFault)
})
