import { figure } from '../indicator/figure.ts'

/** Columns of text, each as wide as its widest cell, two blanks between them. */
export const textTable = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length)
    })
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  )
}

/** `1,204`. */
export const formatCount = (count: number): string => figure(count)
