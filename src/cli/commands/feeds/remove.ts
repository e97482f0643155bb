import { defineCommand } from '../../command.ts'
import { FEED_OPERAND } from '../../feed-operand.ts'
import { switchFlag } from '../../flag.ts'
import { print, printJson } from '../../print.ts'
import { formatCount } from '../../text-table.ts'
import { withFeeds } from '../../with-feeds.ts'

/** Removes feeds and what they said. */
export const remove = defineCommand({
  name: 'remove',
  summary: 'remove a feed and everything it said',
  description:
    'Withdraws everything that a feed said, so that indicators which no other feed names leave the exports, and forgets the feed. ' +
    'To stop its runs only, disable or freeze it.',
  operand: FEED_OPERAND,
  settings: ['db'],
  flags: { json: switchFlag('print JSON, one object for each NAME') },
  examples: [['feeds remove URLhaus', 'take a feed out with all its indicators']],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    await withFeeds(world, settings, { create: false, acceptClock: true }, async (feeds) => {
      for (const name of operands) {
        const withdrawn = await feeds.remove(name)
        if (flags.json === true) await printJson(world, { name, withdrawn })
        else
          await print(world, [
            `Removed the feed ${name}; it named ${formatCount(withdrawn)} ${withdrawn === 1 ? 'indicator' : 'indicators'}.`
          ])
      }
    })
    return 0
  }
})
