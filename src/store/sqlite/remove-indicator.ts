import type { Instant } from '../../indicator/time.ts'
import { unlistIndustries } from './industry-rows.ts'
import type { WriteParts } from './write-parts.ts'

/** Keeps an indicator as a removed one: its row stays as it last was, its sources and lists go. */
export const removeIndicator = (parts: WriteParts, row: number, why: string, at: Instant): void => {
  const { connection } = parts
  unlistIndustries(parts, row)
  connection.run(
    'UPDATE indicators SET changed = ?, removed_at = ?, removed_why = ? WHERE row_id = ?',
    at,
    at,
    why,
    row
  )
  connection.run('DELETE FROM sources WHERE row_id = ?', row)
}
