import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import type { Seconds } from '../../../indicator/time.ts'
import type { ContextReader } from '../../hold-until-context.ts'
import { indicatorItem } from '../../indicator-item.ts'
import { isJsonRecord, type JsonEntry, type JsonRecord } from '../../json/json-record.ts'
import { isObject } from '../../json/members.ts'
import { holderOf, partOf } from '../../json/record-part.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import type { HeldValue } from './held-value.ts'
import { Pulse } from './pulse.ts'
import { readIndicator } from './read-indicator.ts'

/** Follows the parts of pulses, one pulse after the other, and joins what each says to its values. */
export const createPulseReader = (now: Seconds): ContextReader<JsonEntry, HeldValue> => {
  const share = createShareContext()
  let holder = ''
  let pulse = new Pulse()

  const begins = (entry: JsonEntry): boolean => isJsonRecord(entry) && holderOf(entry) !== holder

  const take = (entry: JsonEntry): readonly HeldValue[] => {
    if (!isJsonRecord(entry)) return [entry]
    if (begins(entry)) {
      holder = holderOf(entry)
      pulse = new Pulse()
    }
    return takePart(entry, pulse, now)
  }

  const release = (held: HeldValue): FeedItem => {
    if ('rejection' in held) return held
    const { kind, value, position, firstSeen, validUntil, role, threatTypes } = held
    return indicatorItem(kind, value, position, {
      firstSeen: firstSeen ?? pulse.created,
      validUntil,
      context: share({ ...pulse.context, role, threatTypes })
    })
  }

  return { begins, take, release }
}

const takePart = (record: JsonRecord, pulse: Pulse, now: Seconds): readonly HeldValue[] => {
  const { value, position } = record
  switch (partOf(record)) {
    case 'indicators':
      return readIndicator(value, position, now)
    case '':
      return isEmptyAnswer(value) ? [] : [refusal('', position, 'bad_record', 'no pulse with indicators')]
    default:
      pulse.learn(partOf(record), value)
      return []
  }
}

/** An answer of the API that holds no pulse. */
const isEmptyAnswer = (value: unknown): boolean =>
  isObject(value) && (Object.hasOwn(value, 'results') || Object.hasOwn(value, 'pulses'))
