import { foldCharacters } from './fold-characters.ts'
import { replaceMarks } from './refang-marks.ts'
import { replaceScheme } from './refang-scheme.ts'

/** Printable ASCII but for blanks, closing brackets and the backslash: nothing here can be a mark. */
const UNMARKED = /^[!-(*-Z^-|~]*$/

/**
 * Undoes what makes a value safe to print: `hxxp`, `[.]`, `(dot)`, `[at]`, full-width and invisible characters.
 * What is not defanged comes back unchanged; doing it twice changes nothing more.
 */
export const refang = (text: string): string =>
  replaceScheme(UNMARKED.test(text) ? text : replaceMarks(foldCharacters(text)))
