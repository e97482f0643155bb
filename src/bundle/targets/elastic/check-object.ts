import { normalise } from '../../../indicator/normalise.ts'
import { parseInstant } from '../../../indicator/parse-instant.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { ruleId } from '../../../indicator/rule-id.ts'
import { CLASSED_KINDS } from '../../indicator-class.ts'
import { isJsonObject, type JsonObject } from '../../json-value.ts'
import { FIELDS, type Field, type FieldType } from './fields.ts'

const isIp = (text: string): boolean => !isRejection(normalise('ipv4', text)) || !isRejection(normalise('ipv6', text))

const FITS: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  date: (value) => typeof value === 'string' && parseInstant(value) !== undefined,
  ip: (value) => typeof value === 'string' && isIp(value),
  keyword: (value) => typeof value === 'string',
  long: (value) => Number.isSafeInteger(value),
  wildcard: (value) => typeof value === 'string'
}

const fits = ({ type, list, values }: Field, value: unknown): boolean => {
  if (list === true)
    return Array.isArray(value) && value.every((item: unknown) => fits({ type, ...(values && { values }) }, item))
  return FITS[type](value) && (values === undefined || values.some((known) => known === value))
}

/** The fields of an object that hold something, by their path. */
const leavesOf = (object: JsonObject, above = ''): readonly (readonly [string, unknown])[] =>
  Object.entries(object).flatMap(([name, value]) =>
    isJsonObject(value) ? leavesOf(value, `${above}${name}.`) : [[above + name, value] as const]
  )

const NEEDED = [
  '@timestamp',
  'threat.indicator.name',
  'threat.indicator.type',
  'sigmill.class',
  'sigmill.level',
  'sigmill.valid_until'
]

/** Why a document is not what the index and the rules expect under an id; `undefined` where it is. */
export const objectProblem = (id: unknown, object: JsonObject): string | undefined => {
  const leaves = new Map(leavesOf(object))
  const missing = NEEDED.find((path) => !leaves.has(path))
  if (missing !== undefined) return `It has no ${missing}`
  for (const [path, value] of leaves) {
    const field = FIELDS.get(path)
    if (field === undefined) return `The Elastic Common Schema has no field ${path} here`
    if (!fits(field, value)) return `The field ${path} does not hold what it is for`
  }
  const kind = CLASSED_KINDS.find((known) => known === leaves.get('sigmill.type'))
  return kind !== undefined && ruleId(kind, String(leaves.get('threat.indicator.name'))) === id
    ? undefined
    : 'Its _id is not the id of its value'
}
