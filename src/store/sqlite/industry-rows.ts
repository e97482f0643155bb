import type { Context } from '../../indicator/context.ts'
import type { Instant } from '../../indicator/time.ts'
import { sectorCodes } from './codes.ts'
import type { WriteParts } from './write-parts.ts'

/** Lists an indicator under its industries, by which walks find it. */
export const listIndustries = (
  { connection }: WriteParts,
  row: number,
  changed: Instant,
  { industries }: Context
): void => {
  for (const sector of industries) {
    connection.run(
      'INSERT INTO industries (sector, changed, row_id) VALUES (?, ?, ?)',
      sectorCodes.codeOf(sector),
      changed,
      row
    )
  }
}

/** Takes a stored indicator off the lists of its industries. */
export const unlistIndustries = ({ connection, shared }: WriteParts, row: number): void => {
  const [stored] = connection.all<[changed: Instant, context: number]>(
    'SELECT changed, context FROM indicators WHERE row_id = ?',
    row
  )
  if (stored === undefined) throw new Error(`no indicator has the row ${row}`)
  const [changed, contextId] = stored
  const context = shared.contexts.read(connection, [contextId]).get(contextId)
  for (const sector of context?.industries ?? []) {
    connection.run(
      'DELETE FROM industries WHERE sector = ? AND changed = ? AND row_id = ?',
      sectorCodes.codeOf(sector),
      changed,
      row
    )
  }
}
