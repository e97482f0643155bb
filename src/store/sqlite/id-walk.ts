import { hyphenated } from '../../indicator/id-digits.ts'
import type { IdRange } from '../indicator-store.ts'
import { confidenceCodes, kindCodes } from './codes.ts'
import { allOf, compared, ofIndustries, seenLately, type Condition } from './condition.ts'
import { INDICATOR_COLUMNS } from './rows.ts'

/** Digits of an id that its index holds. */
const INDEXED = 8

/** Sorts behind every digit of an id and behind its hyphens. */
const BEHIND_DIGITS = 'g'

const HEAD = `substr(i.rule_id, 1, ${INDEXED})`

// The first digits stand in the index, the rest only in the row.
const atOrBehind = (start: string): readonly Condition[] => [
  compared(`${HEAD} >=`, start.slice(0, INDEXED)),
  compared('i.rule_id >=', start)
]

const behindId = (id: string): readonly Condition[] => [
  compared(`${HEAD} >=`, id.slice(0, INDEXED)),
  compared('i.rule_id >', id)
]

const withPrefix = (prefix: string): readonly Condition[] => {
  if (prefix === '') return []
  const end = `${hyphenated(prefix)}${BEHIND_DIGITS}`
  return [compared(`${HEAD} <=`, end.slice(0, INDEXED)), compared('i.rule_id <', end)]
}

/**
 * The statement that walks a range behind an id. Few ids share their first digits, so that almost all of the order is
 * that of the index.
 */
export const idWalk = (range: IdRange, behind: string | undefined, limit: number): Condition => {
  const start = hyphenated(range.prefix)
  const { sql, parameters } = allOf([
    compared('i.kind =', kindCodes.codeOf(range.kind)),
    compared('i.confidence =', confidenceCodes.codeOf(range.confidence)),
    ...(behind === undefined ? atOrBehind(start) : behindId(behind)),
    ...withPrefix(range.prefix),
    ...seenLately(range),
    ...ofIndustries(range)
  ])
  return {
    sql: `SELECT ${INDICATOR_COLUMNS} FROM indicators AS i INDEXED BY indicators_by_id
      WHERE i.removed_at IS NULL AND ${sql} ORDER BY ${HEAD}, i.rule_id LIMIT ?`,
    parameters: [...parameters, limit]
  }
}
