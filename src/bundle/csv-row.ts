const NEEDS_QUOTES = /[",\r\n]/

const csvCell = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One line of CSV, its end included. https://www.rfc-editor.org/rfc/rfc4180 with the line ends of Unix. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\n`
