/** The names of tags in a cell, with commas between; a comma between the quotes of a value is part of it. */
export const splitTagNames = (cell = ''): readonly string[] => {
  const names: string[] = []
  let from = 0
  let isQuoted = false
  for (let at = 0; at <= cell.length; at += 1) {
    const char = cell.charAt(at)
    if (char === '"') isQuoted = !isQuoted
    if (at < cell.length && (char !== ',' || isQuoted)) continue
    names.push(cell.slice(from, at).trim())
    from = at + 1
  }
  return names.filter((name) => name !== '')
}
