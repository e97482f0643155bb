import type { WriteParts } from './write-parts.ts'

/** Keeps when a removed indicator was removed, as a return is about to take the place of that change. */
export const keepRemoval = ({ connection }: WriteParts, row: number): void => {
  connection.run(
    'INSERT OR IGNORE INTO returns SELECT removed_at FROM indicators WHERE row_id = ? AND removed_at IS NOT NULL',
    row
  )
}
