import type { DetectionItem } from '../detection.ts'
import { itemCheck } from '../item-check.ts'
import { hasWildcard, isAny, type SigmaString } from '../sigma-string.ts'

/** Wildcards at the ends and nowhere else, as a modifier would put them there. */
const SHAPES: readonly { readonly modifier: string; readonly fits: (parts: SigmaString) => boolean }[] = [
  {
    modifier: 'contains',
    fits: (parts) => isAny(parts[0]) && isAny(parts.at(-1)) && !hasWildcard(parts.slice(1, -1))
  },
  { modifier: 'endswith', fits: (parts) => isAny(parts[0]) && !hasWildcard(parts.slice(1)) },
  { modifier: 'startswith', fits: (parts) => isAny(parts.at(-1)) && !hasWildcard(parts.slice(0, -1)) }
]

/** A lone `*` asks whether the field exists. */
const isMeantSo = (parts: SigmaString): boolean => parts.length < 2

const allFit = ({ written }: DetectionItem, fits: (parts: SigmaString) => boolean): boolean =>
  written.every(({ value }) => value.type === 'string' && !isMeantSo(value.parts) && fits(value.parts))

/** A modifier says what wildcards at the ends say. pySigma's `wildcards_instead_of_modifiers`. */
export const wildcardInsteadOfModifier = itemCheck('wildcard-instead-of-modifier', 'low', (item) => {
  if (item.written.length === 0) return undefined
  const shape = SHAPES.find(({ modifier, fits }) => !item.modifiers.includes(modifier) && allFit(item, fits))
  return shape === undefined
    ? undefined
    : `wildcards stand at the ends; use the modifier ${shape.modifier} without them`
})
