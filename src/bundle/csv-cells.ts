// A cell in quotes with doubled quotes inside, or one without any; then a comma or the end.
const CELL = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y

/** The cells of one line of CSV as `csvRow` writes it, its end left out; `undefined` where quotes do not fit. */
export const csvCells = (line: string): readonly string[] | undefined => {
  const cells: string[] = []
  CELL.lastIndex = 0
  for (;;) {
    const match = CELL.exec(line)
    if (match === null) return undefined
    const [, quoted, plain, end] = match
    cells.push(quoted === undefined ? String(plain) : quoted.replaceAll('""', '"'))
    if (end === '') return cells
  }
}
