import { stringCheck } from '../item-check.ts'
import { textParts } from '../sigma-string.ts'

const CONTROL = /[\u0000-\u001f]/

/** A control character mostly comes from a lone backslash in double quotes. pySigma's `control_character`. */
export const controlCharacter = stringCheck(
  'control-character',
  'high',
  (parts) => textParts(parts).some((text) => CONTROL.test(text)),
  'it holds a control character; use single quotes, or double the backslashes'
)
