import type { Sector } from '../../indicator/sector.ts'
import type { IndicatorFilter } from '../indicator-store.ts'
import { confidenceCodes, sectorCodes, type Codes } from './codes.ts'
import type { Parameter } from './parameter.ts'

/** A condition in SQL with the parameters that stand in it. */
export interface Condition {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/** `column = ?` and the like. */
export const compared = (expression: string, value: Parameter): Condition => ({
  sql: `${expression} ?`,
  parameters: [value]
})

/** A column holds one of the codes. The list is one parameter, so that its length does not change the statement. */
export const isOneOf = (column: string, codes: readonly number[]): Condition => ({
  sql: `${column} IN (SELECT value FROM json_each(?))`,
  parameters: [JSON.stringify(codes)]
})

/** The codes of names. */
export const codesOf = <Name extends string>(names: readonly Name[], codes: Codes<Name>): readonly number[] =>
  names.map((name) => codes.codeOf(name))

/** The stored context of an id, which a column holds, names any of the industries. */
export const isOfIndustries = (column: string, industries: readonly Sector[]): Condition => ({
  sql: `EXISTS (SELECT 1 FROM contexts AS c, json_each(c.body, '$.industries') AS sector
    WHERE c.id = ${column} AND sector.value IN (SELECT value FROM json_each(?)))`,
  parameters: [JSON.stringify(industries)]
})

/** Indicators, as `i`, of the confidences that a filter asks for. */
export const ofConfidences = ({ confidences }: IndicatorFilter): readonly Condition[] =>
  confidences === undefined ? [] : [isOneOf('i.confidence', codesOf(confidences, confidenceCodes))]

/** Indicators, as `i`, of any of the industries that a filter asks for. */
export const ofIndustries = ({ industries }: Pick<IndicatorFilter, 'industries'>): readonly Condition[] => {
  if (industries === undefined) return []
  const isOne = isOneOf('s.sector', codesOf(industries, sectorCodes))
  return [
    {
      sql: `EXISTS (SELECT 1 FROM industries AS s WHERE ${isOne.sql} AND s.changed = i.changed AND s.row_id = i.row_id)`,
      parameters: isOne.parameters
    }
  ]
}

/** Indicators, as `i`, that were last seen as late as a filter asks for. */
export const seenLately = ({ lastSeenFrom }: Pick<IndicatorFilter, 'lastSeenFrom'>): readonly Condition[] =>
  lastSeenFrom === undefined ? [] : [compared('i.last_seen >=', lastSeenFrom)]

/** All conditions at once. */
export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND '),
  parameters: conditions.flatMap(({ parameters }) => parameters)
})
