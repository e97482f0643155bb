import { defineCommand } from '../../command.ts'
import { FEED_OPERAND } from '../../feed-operand.ts'
import { setStandings, STANDING_FLAGS } from '../../feed-standing.ts'

/** Lets feeds be fetched again. */
export const enable = defineCommand({
  name: 'enable',
  summary: 'fetch a feed again',
  description: 'Lets a feed that was disabled or frozen be fetched again. Its next run is due at once.',
  operand: FEED_OPERAND,
  settings: ['db'],
  flags: STANDING_FLAGS,
  examples: [['feeds enable URLhaus', 'go on with a feed']],
  run: async (call) => setStandings(call, 'enabled')
})
