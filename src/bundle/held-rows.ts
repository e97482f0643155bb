import type { CountByKind } from '../indicator/count-by-kind.ts'
import type { Kind } from '../indicator/kind.ts'

/** What the files of a bundle hold, as far as their lines tell. */
export interface HeldRows {
  readonly rows: CountByKind
  /** `undefined` where lines do not tell removals. */
  readonly removals: number | undefined
}

/** What the lines of a bundle's files are: rows to have, by kind, and removals. */
export type HeldLine = Kind | 'removal'

/** Counts lines. */
export const countHeld = async (lines: AsyncIterable<HeldLine>): Promise<HeldRows> => {
  const rows: Partial<Record<Kind, number>> = {}
  let removals = 0
  for await (const line of lines) {
    if (line === 'removal') removals++
    else rows[line] = (rows[line] ?? 0) + 1
  }
  return { rows, removals }
}
