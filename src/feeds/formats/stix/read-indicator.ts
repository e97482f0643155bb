import type { Position } from '../../../indicator/raw-indicator.ts'
import { isRejection, type Rejection } from '../../../indicator/rejection.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { type JsonObject, textField, textListField } from '../../json/members.ts'
import { refusal } from '../../refusal.ts'
import { takenBack } from '../../taken-back.ts'
import type { HeldValue } from './held-value.ts'
import { factsOf } from './object-facts.ts'
import { type PatternPart, partsOfPattern } from './pattern-parts.ts'
import { parsePattern } from './pattern-parser.ts'
import { withdrawalOf } from './withdrawal.ts'

/** The values of an `indicator`: those that its pattern compares with. */
export const readIndicator = (object: JsonObject, position: Position, now: Seconds): readonly HeldValue[] => {
  const pattern = textField(object, 'pattern')
  const refuse = (value: string, { reason, detail }: Rejection): HeldValue => refusal(value, position, reason, detail)
  if (pattern === undefined) return [refuse('', { reason: 'bad_record', detail: 'an indicator without a pattern' })]
  const type = textField(object, 'pattern_type') ?? 'stix'
  if (type.toLowerCase() !== 'stix') return [refuse(pattern, { reason: 'unsupported_type', detail: `${type} pattern` })]
  const node = parsePattern(pattern)
  if (isRejection(node)) return [refuse(pattern, node)]

  const withdrawal = withdrawalOf(object, now) ?? harmlessness(object)
  const facts = factsOf(object)
  return partsOfPattern(node).map((part: PatternPart): HeldValue => {
    if ('rejection' in part) return refuse(part.value ?? pattern, part.rejection)
    const { value, kind, role } = part
    if (withdrawal !== undefined) return takenBack(kind, value, position, withdrawal)
    return { value, kind, position, facts: { ...facts, context: { ...facts.context, role } } }
  })
}

/** Indicators may also point out what is known to be good. */
const harmlessness = (object: JsonObject): Rejection | undefined => {
  const types = [...textListField(object, 'indicator_types'), ...textListField(object, 'labels')]
  return types.includes('benign') ? { reason: 'not_for_detection', detail: 'benign' } : undefined
}
