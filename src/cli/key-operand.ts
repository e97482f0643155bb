import type { Operand } from './command.ts'

/** What commands name API keys by. */
export const KEY_OPERAND: Operand = {
  name: 'ID',
  summary: 'the id of the key, or its beginning as keys list shows it',
  required: true,
  several: true
}
