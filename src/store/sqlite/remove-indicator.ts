import type { Instant } from '../../indicator/time.ts'
import type { Removal } from '../indicator-store.ts'
import { reasonCodes } from './codes.ts'
import { unlistIndustries } from './industry-rows.ts'
import { keepVersion } from './keep-version.ts'
import type { WriteParts } from './write-parts.ts'

/** Keeps an indicator as a removed one: its row stays as it last was, its sources and lists go. */
export const removeIndicator = (parts: WriteParts, row: number, { reason, why }: Removal, at: Instant): void => {
  const { connection } = parts
  keepVersion(parts, row, at)
  unlistIndustries(parts, row)
  connection.run(
    'UPDATE indicators SET changed = ?, removed_at = ?, removed_why = ?, reason = ? WHERE row_id = ?',
    at,
    at,
    why,
    reasonCodes.codeOf(reason),
    row
  )
  connection.run('DELETE FROM sources WHERE row_id = ?', row)
}
