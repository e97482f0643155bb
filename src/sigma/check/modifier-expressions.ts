import { type Effect, fault, type ModifierFault, string } from './modifier.ts'
import { pythonRegexFault } from './python-regex.ts'
import { ANY, isAny, type SigmaString } from './sigma-string.ts'
import type { SigmaValue } from './sigma-value.ts'

const startOpen = (parts: SigmaString): SigmaString => (isAny(parts[0]) ? parts : [ANY, ...parts])
const endOpen = (parts: SigmaString): SigmaString => (isAny(parts.at(-1)) ? parts : [...parts, ANY])

/** `contains`, `startswith`, `endswith`: which ends of a string or regular expression are left open. */
export const openEnds = (start: boolean, end: boolean): Effect => ({
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

/** A regular expression as a value, or why Python would not take it. */
export const expression = (pattern: string): SigmaValue | ModifierFault => {
  const reason = pythonRegexFault(pattern)
  return reason === undefined
    ? { type: 'expression', pattern }
    : fault(`the regular expression is invalid: ${reason}`, 'regular-expression')
}
