import type { PlacedValue } from './detection.ts'
import { isModifierFault, type Modifier, type ModifierFault } from './modifier.ts'
import { readSigmaString } from './sigma-string.ts'
import type { SigmaValue, SigmaValueType } from './sigma-value.ts'
import { nounOf, type YamlNode } from './yaml-node.ts'

/** A value as it is written, or why a detection cannot hold it. */
export const readValue = (node: YamlNode, isExpression: boolean): PlacedValue | string => {
  if (node.kind !== 'scalar') return `a value is ${nounOf(node)}; only text, numbers, booleans and null can be matched`
  if (isExpression) return { node, value: { type: 'string', parts: [node.text] } }
  switch (node.type) {
    case 'string':
      return { node, value: { type: 'string', parts: readSigmaString(node.text) } }
    case 'boolean':
    case 'null':
      return { node, value: { type: node.type } }
    case 'timestamp':
      return 'the value is read as a date; quote it'
    case 'integer':
    case 'float':
      if (!Number.isFinite(node.number)) return 'the number is out of range; quote it'
      return { node, value: { type: 'number', number: Number(node.number) } }
  }
}

/** Characters that the modifiers of a document take in, one after another. Encodings make values ever longer. */
const MOST_MODIFIED = 10_000_000

/** Gives the value behind all modifiers, or why one of them cannot be used. */
export type ApplyModifiers = (
  value: SigmaValue,
  modifiers: readonly Modifier[],
  field: string | undefined
) => SigmaValue | ModifierFault

/** Begins with the modifiers of a document. */
export const createApplyModifiers = (): ApplyModifiers => {
  let taken = 0
  return (value, modifiers, field) => {
    let result = value
    for (const [index, modifier] of modifiers.entries()) {
      taken += 1 + lengthOf(result)
      if (taken > MOST_MODIFIED) return { check: 'modifier-value', reason: TOO_MUCH }
      const next = applyOne(result, modifier, index, field)
      if (isModifierFault(next)) return next
      result = next
    }
    return result
  }
}

const TOO_MUCH = `the modifiers of the document work on more than ${MOST_MODIFIED} characters; use fewer`

const lengthOf = (value: SigmaValue): number => {
  if (value.type === 'string') {
    return value.parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0)
  }
  if (value.type === 'expression') return value.pattern.length
  return value.type === 'variants' ? lengthOf(value.like) : 0
}

/** Several spellings are changed as any one of them. */
const applyOne = (
  value: SigmaValue,
  modifier: Modifier,
  before: number,
  field: string | undefined
): SigmaValue | ModifierFault => {
  if (value.type === 'variants') {
    const like = applyOne(value.like, modifier, before, field)
    return isModifierFault(like) ? like : { type: 'variants', like }
  }
  return modifier.apply(value, before, field) ?? { check: 'modifier-value', reason: misfit(modifier, value) }
}

const misfit = ({ name, takes }: Modifier, value: SigmaValue): string => {
  const meant = takes.map((type) => VALUE_NOUNS[type]).join(' or ')
  return `${name} is for ${meant}, and here is ${VALUE_NOUNS[value.type]}; change one of them`
}

const VALUE_NOUNS: Readonly<Record<SigmaValueType, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  expression: 'a regular expression',
  network: 'a network',
  comparison: 'a comparison',
  field: 'the name of a field',
  existence: 'a question of existence',
  variants: 'several spellings'
}
