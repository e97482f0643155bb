import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Kind } from './kind.ts'
import { normalise } from './normalise.ts'
import { recognise } from './recognise.ts'
import { isRejection } from './rejection.ts'
import { ruleId } from './rule-id.ts'

/** Values in their one spelling, hosts of reserved names alone. */
const host = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}(?:\.[a-z][a-z0-9]{0,8}){0,2}$/).map((name) => `${name}.example`)
const digest = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`))
const indicator: fc.Arbitrary<readonly [Kind, string]> = fc.oneof(
  fc.tuple(fc.constant<Kind>('ipv4'), fc.ipV4()),
  fc.tuple(fc.constant<Kind>('domain'), host),
  fc.tuple(
    fc.constant<Kind>('url'),
    fc.tuple(host, fc.stringMatching(/^[a-z0-9?&=%-]{0,12}$/)).map(([name, path]) => `${name}/${path}a`)
  ),
  fc.tuple(fc.constant<Kind>('md5'), digest(32)),
  fc.tuple(fc.constant<Kind>('sha256'), digest(64)),
  fc.tuple(fc.constant<Kind>('cve'), fc.stringMatching(/^CVE-20[0-9]{2}-[0-9]{4,7}$/)),
  fc.tuple(fc.constant<Kind>('mitre-attack'), fc.stringMatching(/^T[0-9]{4}(?:\.[0-9]{3})?$/)),
  fc.tuple(
    fc.constant<Kind>('email'),
    fc.tuple(fc.stringMatching(/^[a-z0-9]{1,8}$/), host).map((parts) => parts.join('@'))
  )
)

const DEFANGED: Readonly<Record<string, readonly string[]>> = {
  '.': ['.', '[.]', '(.)', '{.}', '[dot]', '(DOT)', ' {dot} ', ' [ . ] ', '\uff0e', '\u3002'],
  '@': ['@', '[at]', '(AT)', '{@}', ' [at] ', '\uff20'],
  '/': ['/', '[/]', '\uff0f']
}

const spell = (char: string, choice: number): string => {
  const spellings = DEFANGED[char] ?? [char, `${char}\u200b`, String.fromCharCode(char.charCodeAt(0) + 0xfee0)]
  return String(spellings[choice % spellings.length])
}

test('every spelling of one indicator gives one id, with its kind or without', () => {
  fc.assert(
    fc.property(indicator, fc.infiniteStream(fc.nat()), fc.boolean(), ([kind, value], choices, upper) => {
      const cased = upper && kind !== 'url' ? value.toUpperCase() : value
      const spelling = Array.from(cased, (char) => spell(char, Number(choices.next().value))).join('')
      for (const read of [normalise(kind, spelling), recognise(spelling)]) {
        if (isRejection(read)) throw new Error(`${spelling} is refused: ${read.reason}`)
        expect(ruleId(read.kind, read.value)).toBe(ruleId(kind, value))
      }
    }),
    { numRuns: 1000 }
  )
})

test('schemes in every spelling, user info, fragment and default port are no part of a URL', () => {
  const scheme = fc.constantFrom('http://', 'HXXP://', 'hxxp[:]//', 'h**p://', 'meow://', '[http]://', '')
  const user = fc.constantFrom('', 'user@', 'user:secret@')
  const end = fc.constantFrom('', '#', '#top')
  fc.assert(
    fc.property(scheme, user, host, end, (prefix, before, name, fragment) => {
      const port = prefix === '' ? '' : ':80'
      expect(normalise('url', `${prefix}${before}${name}${port}/a${fragment}`)).toMatchObject({ value: `${name}/a` })
    })
  )
})
