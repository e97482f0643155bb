import type { IndicatorFilter } from '../indicator-store.ts'
import { confidenceCodes, sectorCodes } from './codes.ts'
import type { Parameter } from './connection.ts'

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

/** Indicators, as `i`, of the confidences that a filter asks for. */
export const ofConfidences = ({ confidences }: IndicatorFilter): readonly Condition[] =>
  confidences === undefined
    ? []
    : [
        isOneOf(
          'i.confidence',
          confidences.map((confidence) => confidenceCodes.codeOf(confidence))
        )
      ]

/** Indicators, as `i`, of any of the industries that a filter asks for. */
export const ofIndustries = ({ industries }: IndicatorFilter): readonly Condition[] => {
  if (industries === undefined) return []
  const isOne = isOneOf(
    's.sector',
    industries.map((sector) => sectorCodes.codeOf(sector))
  )
  return [
    {
      sql: `EXISTS (SELECT 1 FROM industries AS s WHERE ${isOne.sql} AND s.changed = i.changed AND s.row_id = i.row_id)`,
      parameters: isOne.parameters
    }
  ]
}

/** Indicators, as `i`, that were last seen as late as a filter asks for. */
export const seenLately = ({ lastSeenFrom }: IndicatorFilter): readonly Condition[] =>
  lastSeenFrom === undefined ? [] : [compared('i.last_seen >=', lastSeenFrom)]

/** All conditions at once. */
export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND '),
  parameters: conditions.flatMap(({ parameters }) => parameters)
})
