import type { Rejection } from '../../../indicator/rejection.ts'
import { parseConfidence } from '../../confidence-text.ts'
import type { ValuePart } from '../../feed-type.ts'
import type { Fields } from '../../field-text.ts'
import { indicatorItem } from '../../indicator-item.ts'
import { linksIn } from '../../links-in.ts'
import type { CreateMapping } from '../../record-mapping.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import { takenBack } from '../../taken-back.ts'
import { parseTimeText } from '../../time-text.ts'
import { splitTypedValue } from '../../typed-value.ts'

/** The types of values of our kinds. https://docs.zeek.org/en/current/scripts/base/frameworks/intel/main.zeek.html */
const TYPES: ReadonlyMap<string, ValuePart> = new Map<string, ValuePart>([
  ['Intel::ADDR', 'address'],
  ['Intel::DOMAIN', 'domain'],
  ['Intel::URL', 'url'],
  ['Intel::FILE_HASH', 'hash'],
  ['Intel::EMAIL', 'email']
])

/**
 * The rows of intelligence files, with the metadata that Zeek's own scripts know. `meta.do_notice` is not asked: false
 * is its default and says that a match is logged without a notice beside it, not that the value is harmless; lists of
 * botnet servers have it in every row. What is not to be matched has `meta.whitelist`.
 */
export const createIntelMapping: CreateMapping = () => {
  const share = createShareContext()
  return (row, position) => {
    const indicator = row.text('indicator')
    if (indicator === undefined) return [refusal('', position, 'bad_record', 'no indicator')]
    const typeName = row.text('indicator_type')
    const part = TYPES.get(typeName ?? '')
    const values = part === undefined ? [] : splitTypedValue({ parts: [part], role: undefined }, indicator)
    if (values.length === 0) return [refusal(indicator, position, 'unsupported_type', typeName)]
    const withdrawal = withdrawalOf(row)
    if (withdrawal !== undefined) {
      return values.map(({ kind, value }) => takenBack(kind, value, position, withdrawal))
    }
    const source = row.text('meta.source')
    const description = row.text('meta.desc')
    const facts = {
      confidence: parseConfidence(row.text('meta.cif_confidence')),
      firstSeen: parseTimeText(row.text('meta.cif_firstseen')),
      lastSeen: parseTimeText(row.text('meta.cif_lastseen')),
      context: share({
        threatTypes: description === source ? [] : label(description),
        tags: [...label(source), ...row.list('meta.cif_tags')],
        links: [...linksIn(row.text('meta.url')), ...linksIn(description)]
      })
    }
    return values.map(({ kind, value }) => indicatorItem(kind, value, position, facts))
  }
}

/** One word, such as `BOTNET`; anything longer is a sentence. Some files repeat their source as description. */
const label = (text: string | undefined): readonly string[] => (text === undefined || /\s/.test(text) ? [] : [text])

/** https://docs.zeek.org/en/current/scripts/policy/frameworks/intel/whitelist.zeek.html and removal.zeek.html */
const withdrawalOf = (row: Fields): Rejection | undefined => {
  if (row.text('meta.whitelist') === 'T') return { reason: 'not_for_detection', detail: 'whitelisted' }
  return row.text('meta.remove') === 'T' ? { reason: 'deleted' } : undefined
}
