import type { GuardFile } from './guard-file.ts'
import { readPlainList } from './plain-list.ts'
import { readWarninglist } from './warninglist/warninglist.ts'

/** Reads a file of guard entries, a MISP warninglist or a plain list. Throws `input_broken`, `input_unknown`. */
export const readGuardFile = (name: string, text: string): GuardFile =>
  text.trimStart().startsWith('{') ? readWarninglist(name, text) : readPlainList(name, text)
