import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import type { ContextReader } from '../../hold-until-context.ts'
import { indicatorItem } from '../../indicator-item.ts'
import { isObject } from '../../json/members.ts'
import { isJsonRecord, type JsonEntry, type JsonRecord } from '../../json/json-record.ts'
import { holderOf, partOf } from '../../json/record-part.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import type { HeldValue } from './held-value.ts'
import { MispEvent } from './misp-event.ts'
import { readAttribute } from './read-attribute.ts'
import { readObject } from './read-object.ts'

/** Follows the parts of MISP events, one event after the other, and joins what each says to its values. */
export const createEventReader = (): ContextReader<JsonEntry, HeldValue> => {
  const share = createShareContext()
  let place = ''
  let event = new MispEvent()

  const begins = (entry: JsonEntry): boolean => isJsonRecord(entry) && holderOf(entry) !== place

  const take = (entry: JsonEntry): readonly HeldValue[] => {
    if (!isJsonRecord(entry)) return [entry]
    if (begins(entry)) {
      place = holderOf(entry)
      event = new MispEvent()
    }
    return takePart(entry, event)
  }

  const release = (held: HeldValue): FeedItem => {
    if ('rejection' in held) return held
    const { kind, value, position, firstSeen, lastSeen, role, ports, fileNames } = held
    const { confidence, context } = event.statementFor(held.tagNames)
    return indicatorItem(kind, value, position, {
      confidence,
      firstSeen: firstSeen ?? event.date,
      lastSeen,
      context: share({ ...context, role, ports, fileNames })
    })
  }

  return { begins, take, release }
}

const takePart = (record: JsonRecord, event: MispEvent): readonly HeldValue[] => {
  const { value, position } = record
  switch (partOf(record)) {
    case 'Attribute':
      event.learnAttribute(value)
      return readAttribute(value, position)
    case 'Object':
      event.learnObject(value)
      return readObject(value, position)
    case 'Tag':
      event.learnTag(value)
      return []
    case 'Galaxy':
      event.learnGalaxy(value)
      return []
    case 'date':
      event.learnDate(value)
      return []
    default:
      return isEmptyAnswer(value) ? [] : [refusal('', position, 'bad_record', 'no MISP event or attributes')]
  }
}

/** An answer or event without any of the parts that we read. */
const isEmptyAnswer = (value: unknown): boolean =>
  isObject(value) && (Object.hasOwn(value, 'response') || Object.hasOwn(value, 'Event'))
