const escaped = (text: string): string => text.replaceAll('|', '\\|')

/** A Markdown table; cells are one line each. */
export const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

const LONGEST = 72

/** Text without a backtick as code; of a long one the middle is left out. */
export const code = (text: string): string =>
  `\`${text.length > LONGEST ? `${text.slice(0, 44)}...${text.slice(-24)}` : text}\``

/** A list, each item once, in the order of their first appearance. */
export const list = (items: readonly string[]): string => [...new Set(items)].map((item) => `- ${item}`).join('\n')
