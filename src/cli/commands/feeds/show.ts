import { feedJson } from '../../../app/feeds/feed-json.ts'
import { defineCommand } from '../../command.ts'
import { FEED_OPERAND } from '../../feed-operand.ts'
import { feedText } from '../../feed-text.ts'
import { switchFlag } from '../../flag.ts'
import { print, printJson } from '../../print.ts'
import { withFeeds } from '../../with-feeds.ts'

/** Shows feeds that are fetched. */
export const show = defineCommand({
  name: 'show',
  summary: 'show a feed with its last run',
  description:
    'Shows how a feed is fetched, how its last run ended, and what is wrong with it. The values of its headers and the query of its URL are not shown.',
  operand: FEED_OPERAND,
  settings: ['db'],
  flags: { json: switchFlag('print JSON, one object for each NAME') },
  examples: [['feeds show URLhaus', 'see how a feed is doing']],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    await withFeeds(world, settings, { create: false }, async (feeds) => {
      for (const name of operands) {
        const feed = await feeds.find(name)
        const now = world.clock.now()
        if (flags.json === true) await printJson(world, feedJson(feed, now))
        else await print(world, feedText(feed, now))
      }
    })
    return 0
  }
})
