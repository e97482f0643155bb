import { describe, expect, it } from 'vitest'
import type { YamlDocument } from './compose-yaml.ts'
import { readYaml } from './read-yaml.ts'
import { YamlFault } from './yaml-fault.ts'
import type { YamlNode } from './yaml-node.ts'

/** Text of scalars, arrays and objects. */
const plain = (node: YamlNode): unknown => {
  switch (node.kind) {
    case 'scalar':
      return `${node.type} ${node.text}`
    case 'list':
      return node.items.map(plain)
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]))
  }
}

const read = (text: string): YamlDocument => {
  const found = readYaml(text)
  if (found instanceof YamlFault) throw found
  return found
}

const value = (text: string): unknown => {
  const { root } = read(text)
  return root === undefined ? undefined : plain(root)
}

describe('a YAML document', () => {
  it('gives its values with their types and places', () => {
    const text = "a: 'x y'\nb: [1, {c: ~}]\n"
    expect(value(text)).toEqual({ a: 'string x y', b: ['integer 1', { c: 'null ~' }] })
    const { root } = read(text)
    expect(root?.kind === 'map' && root.entries.map((entry) => [entry.key.at, entry.value.at])).toEqual([
      [0, 3],
      [9, 12]
    ])
  })

  it('holds nothing where there is nothing, or null', () => {
    for (const text of ['', '# comment\n', '---\n', '--- null\n', '--- ~ # nothing\n'])
      expect(value(text)).toBeUndefined()
  })

  it('follows tags of the standard types', () => {
    expect(
      value(
        'a: !!str 5\nb: ! 5\nc: !<tag:yaml.org,2002:int> "5"\nd: !!float 5\ne: !!seq []\nf: !!map {}\ng: !!null ""\nh: !!bool "no"'
      )
    ).toEqual({
      a: 'string 5',
      b: 'string 5',
      c: 'integer 5',
      d: 'float 5',
      e: [],
      f: {},
      g: 'null ',
      h: 'boolean no'
    })
  })

  it('writes out aliases and merges', () => {
    expect(value('a: &x {k: 1, l: 2}\nb: *x\nc:\n  <<: *x\n  l: 3\nd:\n  <<: [{k: 4}, {k: 5, m: 6}]\n')).toEqual({
      a: { k: 'integer 1', l: 'integer 2' },
      b: { k: 'integer 1', l: 'integer 2' },
      c: { k: 'integer 1', l: 'integer 3' },
      d: { k: 'integer 4', m: 'integer 6' }
    })
  })

  it('takes quoted signs of its own for text', () => {
    expect(value('"<<": "="\n')).toEqual({ '<<': 'string =' })
  })

  it('names keys that stand there twice, whatever their spelling', () => {
    const { repeated } = read('a: 1\n"a": 2\n0x10: x\n16: y\nnull: 1\n~: 2\n')
    expect(repeated.map(({ key, first }) => [key.text, first.at, key.at])).toEqual([
      ['a', 0, 5],
      ['16', 12, 20],
      ['~', 26, 34]
    ])
  })
})

describe('what is no YAML', () => {
  it.each([
    ['a: b: c', 4, 'indentation'],
    ['a: b # \u007f', 7, 'control'],
    ["a: 'b", 5, ''],
    ['a: *b', 3, 'anchor'],
    ['&a [*a]', 4, 'anchor'],
    ['a: !own b', 8, '!own'],
    ['a: !own [b]', 8, '!own'],
    ['a: !!binary aGk=', 12, 'binary'],
    ['a: !!int b', 9, '!!int'],
    ['a: <<', 3, 'quote'],
    ['a: =', 3, 'quote'],
    ['<<: b', 4, 'merges'],
    ['<<: [b]', 5, 'merges'],
    ['[a]: b', 0, 'a list'],
    ['{a: b}: c', 0, 'a map'],
    ['a: 0x_', 3, 'digits'],
    ['a: 2026-13-01', 3, 'calendar'],
    ['a: 2026-02-29', 3, 'calendar'],
    ['a: 2026-02-28 25:00:00', 3, 'calendar'],
    ['a: 1\r--- \rb: 2', 0, 'line feed']
  ])('%j is refused at %i', (text, at, reason) => {
    const fault = readYaml(text)
    expect(fault).toMatchObject({ at })
    expect(fault instanceof YamlFault && fault.message).toContain(reason)
  })

  it('takes the leap day for one', () => {
    expect(value('a: [2024-02-29, 2000-02-29]')).toEqual({ a: ['timestamp 2024-02-29', 'timestamp 2000-02-29'] })
    expect(readYaml('a: 1900-02-29')).toBeInstanceOf(YamlFault)
  })

  it('refuses aliases that stand for millions of values', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(', ')}]\n`
    )
    expect(readYaml(`l0: &l0 x\n${levels.join('')}`)).toMatchObject({
      message: expect.stringContaining('100000') as string
    })
  })
})
