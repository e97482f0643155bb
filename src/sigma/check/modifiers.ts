import { isCidr } from './cidr.ts'
import { pythonRegexFault } from './python-regex.ts'
import {
  ANY,
  hasWildcard,
  isAny,
  readSigmaString,
  type SigmaString,
  textParts,
  withPlaceholders,
  writeSigmaString
} from './sigma-string.ts'
import type { SigmaValue, SigmaValueType } from './sigma-value.ts'

/** Why a modifier cannot be used on a value, under the check that reports it. */
export interface ModifierFault {
  readonly check: 'modifier-value' | 'regular-expression' | 'cidr'
  readonly reason: string
}

/** A modifier; `before` is how many stand before it. */
export interface Modifier {
  readonly name: string
  /** The modifier that it is another name of. */
  readonly same: string
  /** What it can be used on. */
  readonly takes: readonly SigmaValueType[]
  /** `undefined` for a value that it cannot be used on. */
  readonly apply: (
    value: SigmaValue,
    before: number,
    field: string | undefined
  ) => SigmaValue | ModifierFault | undefined
}

/** What a modifier does, whatever its name. */
type Effect = Pick<Modifier, 'takes' | 'apply'>

const fault = (reason: string, check: ModifierFault['check'] = 'modifier-value'): ModifierFault => ({ check, reason })

/** Whether applying a modifier failed. */
export const isModifierFault = (result: SigmaValue | ModifierFault): result is ModifierFault => 'reason' in result

const string = (parts: SigmaString): SigmaValue => ({ type: 'string', parts })

/** A modifier of strings. */
const onString = (apply: (parts: SigmaString, before: number) => SigmaValue | ModifierFault): Effect => ({
  takes: ['string'],
  apply: (value, before) => (value.type === 'string' ? apply(value.parts, before) : undefined)
})

const startOpen = (parts: SigmaString): SigmaString => (isAny(parts[0]) ? parts : [ANY, ...parts])
const endOpen = (parts: SigmaString): SigmaString => (isAny(parts.at(-1)) ? parts : [...parts, ANY])

/** `contains`, `startswith`, `endswith`: which ends of a string or regular expression are left open. */
const openEnds = (start: boolean, end: boolean): Effect => ({
  takes: ['string', 'expression', 'field'],
  apply(value) {
    if (value.type === 'string') {
      const parts = start ? startOpen(value.parts) : value.parts
      return string(end ? endOpen(parts) : parts)
    }
    if (value.type !== 'expression') return value.type === 'field' ? value : undefined
    const { pattern } = value
    if (pattern === '')
      return fault(
        'an empty regular expression cannot be opened at its ends; leave the modifier out',
        'regular-expression'
      )
    const before = start && !pattern.startsWith('.*') && !pattern.startsWith('^') ? '.*' : ''
    const after = end && !pattern.endsWith('.*') && !pattern.endsWith('$') ? '.*' : ''
    return expression(`${before}${pattern}${after}`)
  }
})

const expression = (pattern: string): SigmaValue | ModifierFault => {
  const reason = pythonRegexFault(pattern)
  return reason === undefined
    ? { type: 'expression', pattern }
    : fault(`the regular expression is invalid: ${reason}`, 'regular-expression')
}

/** Encodings take text only. */
const withoutWildcards = (parts: SigmaString, then: () => SigmaValue): SigmaValue | ModifierFault =>
  hasWildcard(parts)
    ? fault('a string with wildcards cannot be encoded or name a field; escape * and ?, or leave the modifier out')
    : then()

const base64 = onString((parts) =>
  withoutWildcards(parts, () => {
    const bytes = new TextEncoder().encode(writeSigmaString(parts))
    return string(readSigmaString(btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))))
  })
)

/** `wide` and its siblings, which read the bytes of UTF-16 as if they were UTF-8. That works for ASCII and little else. */
const utf16 = (bigEndian: boolean, mark: string): Effect =>
  onString((parts) => {
    const encoded: SigmaString[number][] = mark === '' ? [] : [mark]
    for (const part of parts) {
      const text = typeof part === 'string' ? asUtf16(part, bigEndian) : part
      if (text === undefined) return fault('the modifier can only encode ASCII; use another or match without it')
      encoded.push(text)
    }
    return string(encoded)
  })

const asUtf16 = (text: string, bigEndian: boolean): string | undefined => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(at * 2, text.charCodeAt(at), !bigEndian)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A modifier that stands first or not at all. */
const first = (name: string, before: number, then: () => SigmaValue | ModifierFault): SigmaValue | ModifierFault =>
  before > 0 ? fault(`${name} works on values as they are written; make it the first modifier`) : then()

const flag: Effect = {
  takes: ['expression'],
  apply: (value) => (value.type === 'expression' ? value : undefined)
}
const comparison: Effect = {
  takes: ['number'],
  apply: (value) => (value.type === 'number' ? { type: 'comparison' } : undefined)
}
const timePart: Effect = {
  takes: ['number'],
  apply: (value) => (value.type === 'number' ? { type: 'number', number: Math.trunc(value.number) } : undefined)
}
const onList: Effect = { takes: [], apply: (value) => value }

const named = (modifiers: Readonly<Record<string, Effect>>): readonly (readonly [string, Modifier])[] =>
  Object.entries(modifiers).map(([name, modifier]) => [name, { ...modifier, name, same: ALIASES.get(name) ?? name }])

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ignorecase', 'i'],
  ['multiline', 'm'],
  ['dotall', 's']
])

/** Every modifier of Sigma 2.1, appendix Modifiers, and of pySigma 1.5. */
export const MODIFIERS: ReadonlyMap<string, Modifier> = new Map(
  named({
    all: onList,
    neq: onList,
    contains: openEnds(true, true),
    startswith: openEnds(false, true),
    endswith: openEnds(true, false),
    exists: {
      takes: ['boolean'],
      apply(value, before, field) {
        if (value.type !== 'boolean') return undefined
        if (field === undefined) return fault('exists asks for a field; name one before it')
        return first('exists', before, () => ({ type: 'existence' }))
      }
    },
    cased: onString(string),
    re: onString((parts, before) => first('re', before, () => expression(textParts(parts).join('')))),
    i: flag,
    ignorecase: flag,
    m: flag,
    multiline: flag,
    s: flag,
    dotall: flag,
    base64,
    base64offset: onString((parts) => withoutWildcards(parts, () => ({ type: 'variants', like: string(['YQ']) }))),
    utf16: utf16(false, '\ufeff'),
    utf16be: utf16(true, ''),
    wide: utf16(false, ''),
    windash: onString((parts) => ({ type: 'variants', like: string(parts) })),
    cidr: onString((parts, before) =>
      first('cidr', before, () =>
        isCidr(writeSigmaString(parts))
          ? { type: 'network' }
          : fault(
              'it is no network in CIDR form with all bits behind the prefix zero; write it like 192.0.2.0/24',
              'cidr'
            )
      )
    ),
    lt: comparison,
    lte: comparison,
    gt: comparison,
    gte: comparison,
    fieldref: onString((parts) => withoutWildcards(parts, () => ({ type: 'field' }))),
    expand: {
      takes: ['string', 'expression'],
      apply(value) {
        if (value.type === 'string') return string(withPlaceholders(value.parts))
        return value.type === 'expression' ? value : undefined
      }
    },
    minute: timePart,
    hour: timePart,
    day: timePart,
    week: timePart,
    month: timePart,
    year: timePart
  })
)
