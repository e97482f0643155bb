import { feedJson } from '../../../app/feeds/feed-json.ts'
import { defineCommand } from '../../command.ts'
import { FEED_OPERAND } from '../../feed-operand.ts'
import { switchFlag } from '../../flag.ts'
import { print, printJson } from '../../print.ts'
import { formatCount } from '../../text-table.ts'
import { withFeeds } from '../../with-feeds.ts'

/** Approves the sizes of feeds. */
export const approve = defineCommand({
  name: 'approve',
  summary: 'take a feed in at the size that raised an alarm',
  description:
    'Approves the size with which a feed came when it had grown or shrunk too much, or was empty. Its next run is due at once, and one of about that size is taken in as it is.',
  operand: FEED_OPERAND,
  settings: ['db'],
  flags: { json: switchFlag('print JSON, one object for each NAME') },
  examples: [['feeds approve URLhaus', 'let a feed grow or shrink']],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    await withFeeds(world, settings, { create: false }, async (feeds) => {
      for (const name of operands) {
        const feed = await feeds.approve(name)
        const size = formatCount(feed.state.approvedSize ?? 0)
        if (flags.json === true) await printJson(world, feedJson(feed, world.clock.now()))
        else await print(world, [`The feed ${feed.record.name} may come with ${size} values; its next run is due.`])
      }
    })
    return 0
  }
})
