import { isCidr } from './cidr.ts'
import { type Effect, fault, first, type Modifier, onString, string, withoutWildcards } from './modifier.ts'
import { base64, utf16 } from './modifier-encodings.ts'
import { expression, openEnds } from './modifier-expressions.ts'
import { textParts, withPlaceholders, writeSigmaString } from './sigma-string.ts'

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
