import { defineCommand } from '../../command.ts'
import { FEED_OPERAND } from '../../feed-operand.ts'
import { setStandings, STANDING_FLAGS } from '../../feed-standing.ts'

/** Stops the runs of feeds. */
export const disable = defineCommand({
  name: 'disable',
  summary: 'fetch a feed no more; its indicators age on',
  description: 'Stops the runs of a feed. What it said stays, and ages by the calendar as if it were never seen again.',
  operand: FEED_OPERAND,
  settings: ['db'],
  flags: STANDING_FLAGS,
  examples: [['feeds disable URLhaus', 'let the indicators of a feed run out']],
  run: async (call) => setStandings(call, 'disabled')
})
