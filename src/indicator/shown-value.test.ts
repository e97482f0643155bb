import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSTILE_VALUES } from '../../tests/conformance/corpus/hostile-values.ts'
import type { Kind } from './kind.ts'
import { makeContext } from './make-context.ts'
import { normalise } from './normalise.ts'
import { isRejection } from './rejection.ts'
import { shownValue } from './shown-value.ts'

/** How a value is shown that a source spells like this; `undefined` where it is none of the kind. */
const shown = (kind: Kind, text: string): readonly [value: string, shown: string] | undefined => {
  const read = normalise(kind, text)
  if (isRejection(read)) return undefined
  const { kind: found, value, scheme } = read
  return [value, shownValue({ kind: found, value, context: makeContext({ scheme }) })]
}

const host = fc.constantFrom('evil.example', 'EVIL.example.com', '192.0.2.1', '[2001:db8::1]', '[::ffff:192.0.2.1]')
const url = fc
  .tuple(
    fc.constantFrom('', 'http://', 'HTTPS://', 'hxxp://'),
    host,
    fc.constantFrom('', ':80', ':443', ':0443', ':8443'),
    fc.stringMatching(/^(?:\/[!-~]{0,20})?$/)
  )
  .map((parts) => parts.join(''))

describe('a value as it is shown', () => {
  it.each([
    ['evil.example/a', 'https://evil.example/a'],
    ['http://evil.example/a', 'http://evil.example/a'],
    ['https://evil.example/a', 'https://evil.example/a'],
    ['evil.example:443/a', 'http://evil.example:443/a'],
    ['[2001:db8::1]:443/', 'http://[2001:db8::1]:443/'],
    ['[2001:db8::443]/', 'https://[2001:db8::443]/'],
    ['http://evil.example:443/a', 'http://evil.example:443/a'],
    ['evil.example:80/a', 'https://evil.example:80/a'],
    ['evil.example/:443/', 'https://evil.example/:443/']
  ])('has of the URL %s a scheme: %s', (text, expected) => {
    expect(shown('url', text)?.[1]).toBe(expected)
  })

  it('reads back as the same value, whatever the port and the scheme', () => {
    fc.assert(
      fc.property(url, (text) => {
        const made = shown('url', text)
        if (made === undefined) return
        expect(normalise('url', made[1])).toMatchObject({ kind: 'url', value: made[0] })
      })
    )
  })

  it.each(HOSTILE_VALUES)('reads back of the kind %s: %s', (kind, text) => {
    const made = shown(kind, text)
    if (made !== undefined) expect(normalise(kind, made[1])).toMatchObject({ value: made[0] })
  })
})
