import { CONFIDENCES } from '../../../indicator/confidence.ts'
import { normalise } from '../../../indicator/normalise.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { ruleId } from '../../../indicator/rule-id.ts'
import { INDICATOR_CLASSES } from '../../indicator-class.ts'
import type { JsonObject } from '../../json-value.ts'
import { matchValues } from './match-values.ts'
import { rowKey } from './row.ts'
import { NUMBER_FIELDS, type Table, TEXT_FIELDS } from './table.ts'

const isOneOf = (set: readonly string[], value: unknown): boolean => set.some((member) => member === value)

const textProblem = (row: JsonObject, fields: readonly string[]): string | undefined => {
  const field = fields.find((name) => typeof row[name] !== 'string')
  return field === undefined ? undefined : `${field} is no text`
}

const numberProblem = (row: JsonObject): string | undefined => {
  const field = NUMBER_FIELDS.find((name) => !Number.isSafeInteger(row[name]))
  return field === undefined ? undefined : `${field} is no whole number`
}

/** Whether the value, read anew, gives the very key and match value. */
const valueProblem = (row: JsonObject, table: Table): string | undefined => {
  const kind = table.kinds.find((known) => known === row['type'])
  if (kind === undefined) return `its type is none of the table ${table.name}`
  const read = normalise(kind, String(row['indicator']))
  if (isRejection(read) || read.kind !== kind) return `its indicator is no ${kind}`
  const id = ruleId(kind, read.value)
  if (row['rule_id'] !== id) return 'its rule_id is not the one of its indicator'
  const found = matchValues(kind, read.value).findIndex(
    ({ value, host }) => value === row['match_value'] && host === row['host']
  )
  if (found === -1) return 'its match_value is not one of its indicator'
  return row['_key'] === rowKey(id, found) ? undefined : 'its _key is not the one of its rule'
}

/** Why a document is no row to have, without its full stop; `undefined` where it is one. */
export const rowProblem = (row: JsonObject, table: Table): string | undefined => {
  const problem = textProblem(row, ['_key', ...TEXT_FIELDS, ...table.fields]) ?? numberProblem(row)
  if (problem !== undefined) return problem
  if (!isOneOf(INDICATOR_CLASSES, row['class'])) return 'its class is unknown'
  if (!isOneOf(CONFIDENCES, row['confidence'])) return 'its confidence is unknown'
  return valueProblem(row, table)
}

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?::2)?$/

/** Why a document cannot take the place of a row that is gone. */
export const removalProblem = (row: JsonObject): string | undefined => {
  if (typeof row['_key'] !== 'string' || !KEY.test(row['_key'])) return '_key is none of a row'
  if (row['match_value'] !== undefined) return 'it has a match_value, by which it would still be found'
  return Number.isSafeInteger(row['valid_until']) ? undefined : 'valid_until is no whole number'
}
