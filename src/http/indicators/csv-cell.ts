const NEEDS_QUOTES = /[",\r\n]/

/** Characters by which a spreadsheet takes a cell for a formula. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA_STARTS = '=+-@\t\r'

/** One cell of RFC 4180. */
export const csvCell = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A leading apostrophe makes a spreadsheet show a cell as it is. */
export const guardFormula = (text: string): string =>
  text !== '' && FORMULA_STARTS.includes(text.charAt(0)) ? `'${text}` : text
