/**
 * The trimmed cells of a record whose quotes stand around whole cells only, with a doubled quote for one inside, as
 * RFC 4180 has it. `undefined` where a quote stands anywhere else.
 */
export const plainCells = (record: string, delimiter: string): readonly string[] | undefined => {
  if (!record.includes('"')) return record.split(delimiter).map((cell) => cell.trim())
  const cells: string[] = []
  for (let from = 0; from <= record.length; ) {
    const start = endOfBlanks(record, from, delimiter)
    const isQuoted = record.charAt(start) === '"'
    const closing = isQuoted ? closingQuote(record, start + 1) : start
    const found = record.indexOf(delimiter, closing)
    const end = found < 0 ? record.length : found
    const rest = record.slice(isQuoted ? closing + 1 : start, end)
    if (isQuoted ? rest.trim() !== '' || closing === record.length : rest.includes('"')) return undefined
    cells.push(isQuoted ? cleanCell(record.slice(start + 1, closing).replaceAll('""', '"')) : rest.trim())
    from = end + 1
  }
  return cells
}

/** Of a quoted cell; the length of the record when there is none. */
const closingQuote = (record: string, from: number): number => {
  let at = record.indexOf('"', from)
  while (at >= 0 && record.charAt(at + 1) === '"') at = record.indexOf('"', at + 2)
  return at < 0 ? record.length : at
}

const endOfBlanks = (record: string, from: number, delimiter: string): number => {
  const isBlank = (char: string): boolean => char === ' ' || (char === '\t' && delimiter !== '\t')
  let at = from
  while (isBlank(record.charAt(at))) at += 1
  return at
}

/** Tools that save a table twice leave a cell with its own quotes inside: ` "abc"`. */
export const cleanCell = (cell: string): string => {
  let text = cell.trim()
  while (text.length >= 2 && text.startsWith('"') && text.endsWith('"')) text = text.slice(1, -1).trim()
  return text
}
