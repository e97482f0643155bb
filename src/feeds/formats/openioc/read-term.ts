import type { Position } from '../../../indicator/raw-indicator.ts'
import type { Rejection } from '../../../indicator/rejection.ts'
import { indicatorItem } from '../../indicator-item.ts'
import { refusal } from '../../refusal.ts'
import type { IocMetadata } from './ioc-metadata.ts'
import { meaningOfSearch } from './search-meaning.ts'
import type { Term } from './term-logic.ts'

/** An `IndicatorItem` as it is written. */
export interface WrittenTerm {
  readonly position: Position
  /** What is compared: `FileItem/Md5sum`. */
  readonly search: string
  readonly condition: string
  readonly isNegated: boolean
  readonly content: string
}

/** Whole hosts and addresses are often compared with `contains`; a part of one is refused when it is normalised. */
const EQUALITIES: ReadonlySet<string> = new Set(['is', 'contains'])

/** The value that a term compares with, and what the document says about it. */
export const readTerm = (term: WrittenTerm, document: IocMetadata): Term => {
  const { position, search, content } = term
  const refuse = ({ reason, detail }: Rejection) => refusal(content, position, reason, detail)
  const always = (rejection: Rejection): Term => ({ alone: refuse(rejection), joined: refuse(rejection) })

  if (search === '' || content === '')
    return always({ reason: 'bad_record', detail: 'an item without its context or content' })
  const meaning = meaningOfSearch(search, content)
  if (meaning === undefined) return always({ reason: 'unsupported_type', detail: search })
  if (!isEquality(term)) return always({ reason: 'unsupported_pattern', detail: writeComparison(term) })
  const { kind, role } = meaning
  return {
    alone: indicatorItem(kind, content, position, document.factsFor(role)),
    joined: refuse({ reason: 'unsupported_pattern', detail: `${search} only together with other terms` })
  }
}

const isEquality = ({ condition, isNegated }: WrittenTerm): boolean =>
  !isNegated && EQUALITIES.has(condition.toLowerCase())

const writeComparison = ({ search, condition, isNegated }: WrittenTerm): string =>
  [...(isNegated ? ['not'] : []), search, condition].join(' ').slice(0, 200)
