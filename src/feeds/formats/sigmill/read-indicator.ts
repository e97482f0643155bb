import { KINDS } from '../../../indicator/kind.ts'
import type { FeedItem, Position } from '../../../indicator/raw-indicator.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { expiry } from '../../expiry.ts'
import { indicatorItem } from '../../indicator-item.ts'
import { type JsonObject, recordField, recordListField, textField } from '../../json/members.ts'
import { refusal } from '../../refusal.ts'
import type { ShareContext } from '../../shared-context.ts'
import { takenBack } from '../../taken-back.ts'
import { factsOfSource } from './facts-of-source.ts'

/** The items of an indicator: what each of its sources says is an item of its own, so that nothing of it is mixed. */
export const readIndicator = (
  object: JsonObject,
  position: Position,
  now: Seconds,
  share: ShareContext
): readonly FeedItem[] => {
  const value = textField(object, 'value')
  const type = textField(object, 'type')
  if (value === undefined || type === undefined) {
    return [refusal(value ?? '', position, 'bad_record', 'an indicator without its value or type')]
  }
  const kind = KINDS.find((known) => known === type)
  if (kind === undefined) return [refusal(value, position, 'unsupported_type', type)]
  const sources = recordListField(object, 'sources')
  return (sources.length > 0 ? sources : [withoutSources(object)]).map((source) => {
    const facts = factsOfSource(source, share)
    const end = expiry(facts.validUntil, now)
    return end === undefined ? indicatorItem(kind, value, position, facts) : takenBack(kind, value, position, end)
  })
}

/** An answer that keeps its sources to itself tells of the first one's link only. */
const withoutSources = (object: JsonObject): JsonObject => ({
  ...object,
  references: textField(recordField(object, 'source'), 'reference_url')
})
