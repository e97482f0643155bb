import type { Rejection } from '../../../indicator/rejection.ts'
import type { Fields } from '../../field-text.ts'
import { indicatorItem } from '../../indicator-item.ts'
import { meaningOf } from '../../misp/attribute-types.ts'
import { confidenceOfTags } from '../../misp/confidence-of-tags.ts'
import { contextOfTags } from '../../misp/context-of-tags.ts'
import { readTag } from '../../misp/tag.ts'
import type { CreateMapping } from '../../record-mapping.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import { takenBack } from '../../taken-back.ts'
import { parseTimeText } from '../../time-text.ts'
import { splitTypedValue } from '../../typed-value.ts'
import { splitTagNames } from './split-tag-names.ts'

/** The rows of MISP's export: an attribute each, with the tags of its event where these were asked for. */
export const createMispRowMapping: CreateMapping = () => {
  const share = createShareContext()
  return (row, position) => {
    const text = row.text('value')
    const typeName = row.text('type')
    if (text === undefined || typeName === undefined) {
      return [refusal(text ?? '', position, 'bad_record', 'an attribute without its value or type')]
    }
    const meaning = meaningOf(typeName, flag(row, 'to_ids') === true)
    if (meaning === 'context' || meaning === 'unsupported') {
      return [refusal(text, position, 'unsupported_type', typeName)]
    }
    const values = splitTypedValue(meaning, text)
    const withdrawal = withdrawalOf(row)
    if (withdrawal !== undefined) return values.map(({ kind, value }) => takenBack(kind, value, position, withdrawal))
    const own = splitTagNames(row.text('attribute_tag')).map(readTag)
    const common = splitTagNames(row.text('event_tag')).map(readTag)
    const said = contextOfTags([...common, ...own])
    return values.map(({ kind, value, port, fileName }) =>
      indicatorItem(kind, value, position, {
        confidence: confidenceOfTags(own) ?? confidenceOfTags(common),
        firstSeen: parseTimeText(row.text('first_seen') ?? row.text('date') ?? row.text('event_date')),
        lastSeen: parseTimeText(row.text('last_seen')),
        context: share({
          ...said,
          role: meaning.role,
          ports: port === undefined ? [] : [port],
          fileNames: fileName === undefined ? [] : [fileName]
        })
      })
    )
  }
}

const withdrawalOf = (row: Fields): Rejection | undefined => {
  if (flag(row, 'deleted') === true) return { reason: 'deleted' }
  return flag(row, 'to_ids') === false ? { reason: 'not_for_detection' } : undefined
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false]
])

const flag = (row: Fields, name: string): boolean | undefined => FLAGS.get(row.text(name)?.toLowerCase() ?? '')
