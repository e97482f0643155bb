import type { Operand } from './command.ts'

/** The operand of commands that work on feeds that are fetched. */
export const FEED_OPERAND = {
  name: 'NAME',
  summary: 'the name of the feed, as feeds list shows it',
  required: true,
  several: true
} as const satisfies Operand
