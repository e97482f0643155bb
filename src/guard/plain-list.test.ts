import { expect, it } from 'vitest'
import { KINDS } from '../indicator/kind.ts'
import { readGuardFile } from './read-guard-file.ts'

it('reads one value per line, without comments and blank lines, each once', () => {
  const text =
    '# a list\r\n; old\n// older\n\nexample.com # ours\n192.0.2.0/24\t; lab\nExample.com\nhttp://example.net/#top\n'
  expect(readGuardFile('list.txt', text)).toEqual({
    name: undefined,
    why: undefined,
    kinds: KINDS,
    coversMail: false,
    entries: [
      { shape: 'below', text: 'example.com' },
      { shape: 'network', text: '192.0.2.0/24' },
      { shape: 'value', text: 'example.net/' }
    ],
    leftOut: []
  })
})

it('leaves out what is no entry, and says why', () => {
  expect(readGuardFile('list.txt', 'example.com\ncom\nno entry').leftOut).toEqual([
    { refused: 'one_label', value: 'com' },
    { refused: 'unreadable', value: 'no entry' }
  ])
})

it('refuses a text without entries', () => {
  expect(() => readGuardFile('list.txt', '<html>\n')).toThrow('No line of "list.txt" is an entry')
})
