import { defineCommand } from '../../command.ts'
import { FEED_OPERAND } from '../../feed-operand.ts'
import { setStandings, STANDING_FLAGS } from '../../feed-standing.ts'

/** Stops the runs of feeds and the ageing of what they said. */
export const freeze = defineCommand({
  name: 'freeze',
  summary: 'fetch a feed no more, and keep its indicators',
  description:
    'Stops the runs of a feed. Nothing that it said ages or is withdrawn, up to the longest lookback of a tier.',
  operand: FEED_OPERAND,
  settings: ['db'],
  flags: STANDING_FLAGS,
  examples: [['feeds freeze URLhaus', 'keep what a feed said while it is down']],
  run: async (call) => setStandings(call, 'frozen')
})
