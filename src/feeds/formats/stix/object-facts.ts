import { confidenceOfNumber } from '../../../indicator/confidence.ts'
import { parseTime } from '../../../indicator/parse-time.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { type JsonObject, numberField, recordListField, textField, textListField } from '../../json/members.ts'
import { linksOf } from './external-reference.ts'
import type { ObjectFacts } from './held-value.ts'

/** What the common properties of an object say about the values in it. */
export const factsOf = (object: JsonObject): ObjectFacts => {
  const confidence = numberField(object, 'confidence')
  const labels = textListField(object, 'labels')
  const types = textListField(object, 'indicator_types')
  const hasFreeLabels = types.length > 0 || textField(object, 'spec_version') !== undefined
  return {
    id: textField(object, 'id') ?? '',
    markingRefs: textListField(object, 'object_marking_refs'),
    confidence: confidence === undefined ? undefined : confidenceOfNumber(confidence),
    firstSeen: timeField(object, 'valid_from') ?? timeField(object, 'created'),
    validUntil: timeField(object, 'valid_until'),
    context: {
      // STIX 2.0, whose objects have no version, states the types of an indicator as labels
      threatTypes: hasFreeLabels ? types : labels,
      tags: [...(hasFreeLabels ? labels : []), ...phasesOf(object)],
      links: linksOf(object)
    }
  }
}

/** A timestamp of an object. */
export const timeField = (object: JsonObject, name: string): Seconds | undefined => {
  const text = textField(object, name)
  return text === undefined ? undefined : parseTime(text)
}

const phasesOf = (object: JsonObject): readonly string[] =>
  recordListField(object, 'kill_chain_phases').flatMap((phase) => {
    const chain = textField(phase, 'kill_chain_name')
    const name = textField(phase, 'phase_name')
    return chain === undefined || name === undefined ? [] : [`${chain}:${name}`]
  })
