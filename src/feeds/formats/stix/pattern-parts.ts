import type { Rejection } from '../../../indicator/rejection.ts'
import { type PatternJoin, type PatternNode, type PatternTest, writeProperty } from './pattern-node.ts'
import { hashAlgorithmOf, meaningOfProperty, type PropertyMeaning } from './pattern-property.ts'

/** A value that the pattern compares with. */
interface PatternValue extends PropertyMeaning {
  readonly value: string
}

/** A part of the pattern that gives no indicator. */
interface PatternRefusal {
  /** The value that was compared with, where it is one value. */
  readonly value: string | undefined
  readonly rejection: Rejection
}

/** One of several ways in which the pattern is fulfilled. */
export type PatternPart = PatternValue | PatternRefusal

const EQUALITIES: ReadonlySet<string> = new Set(['=', '==', 'IN'])

/**
 * The values whose sight alone fulfils a pattern. Alternatives stand for themselves, the hashes of one file for that
 * file; where the pattern asks for more, the part that does is refused: `unsupported_pattern`.
 */
export const partsOfPattern = (node: PatternNode): readonly PatternPart[] => {
  switch (node.kind) {
    case 'observation':
      return partsOfPattern(node.expression)
    case 'qualified':
      return [unsupported(node.qualifier)]
    case 'test':
      return partsOfTest(node)
    case 'join':
      return partsOfJoin(node)
  }
}

const partsOfJoin = (join: PatternJoin): readonly PatternPart[] => {
  const { operator } = join
  const terms = operator === 'AND' ? withoutImpliedTypes(join.terms) : join.terms
  if (operator === 'OR' || terms.length === 1) return terms.flatMap(partsOfPattern)
  const hashes = terms.filter(isHash)
  const algorithms = new Set(hashes.map(({ property }) => hashAlgorithmOf(property)))
  if (operator === 'AND' && algorithms.size === terms.length) return hashes.flatMap(partsOfTest)
  return [unsupported(`${operator} between ${terms.slice(0, 3).map(nameOf).join(' and ')}`)]
}

/**
 * The type of an address says no more than the address beside it: MISP writes
 * `network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '192.0.2.1'`.
 */
const withoutImpliedTypes = (terms: PatternJoin['terms']): PatternJoin['terms'] => {
  const names = new Set(terms.map(nameOf))
  return terms.filter((term) => {
    const name = nameOf(term)
    const isType = term.kind === 'test' && term.operator === '=' && name.endsWith('_ref.type')
    return !isType || !names.has(`${name.slice(0, -'type'.length)}value`)
  })
}

const isHash = (node: PatternNode): node is PatternTest =>
  node.kind === 'test' && node.operator === '=' && hashAlgorithmOf(node.property) !== undefined

const nameOf = (node: PatternNode): string => {
  switch (node.kind) {
    case 'observation':
      return `[${nameOf(node.expression)}]`
    case 'qualified':
      return node.qualifier
    case 'test':
      return writeProperty(node.property)
    case 'join':
      return node.operator
  }
}

const partsOfTest = ({ property, operator, values }: PatternTest): readonly PatternPart[] => {
  const name = writeProperty(property)
  if (!EQUALITIES.has(operator)) return [unsupported(`${name} ${operator}`)]
  const meaning = meaningOfProperty(property)
  return values.map(({ text, isText }) => {
    if (meaning === undefined) return { value: text, rejection: { reason: 'unsupported_type', detail: name } }
    return isText ? { value: text, ...meaning } : unsupported(`${name} ${operator} ${text}`)
  })
}

const unsupported = (detail: string): PatternRefusal => ({
  value: undefined,
  rejection: { reason: 'unsupported_pattern', detail: detail.slice(0, 200) }
})
