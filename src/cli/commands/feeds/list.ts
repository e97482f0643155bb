import { feedJson } from '../../../app/feeds/feed-json.ts'
import { defineCommand } from '../../command.ts'
import { feedTable } from '../../feed-text.ts'
import { switchFlag } from '../../flag.ts'
import { print, printJson } from '../../print.ts'
import { withFeeds } from '../../with-feeds.ts'

/** Lists feeds that are fetched. */
export const list = defineCommand({
  name: 'list',
  summary: 'list the feeds that are fetched',
  description:
    'Lists the feeds that are fetched, by name: schedule, next run, how long ago the feed was last read well, ' +
    'how many values it had, and what is wrong with it.',
  operand: undefined,
  settings: ['db'],
  flags: { json: switchFlag('print JSON') },
  examples: [['feeds list', 'see whether all feeds are well']],
  async run({ world, loadSettings, flags }) {
    const settings = await loadSettings()
    const found = await withFeeds(world, settings, { create: false }, async (feeds) => feeds.list())
    const now = world.clock.now()
    if (flags.json === true) {
      await printJson(
        world,
        found.map((feed) => feedJson(feed, now))
      )
    } else if (found.length > 0) await print(world, feedTable(found, now))
    else await print(world, ['No feeds are fetched; sigmill feeds add makes one.'])
    return 0
  }
})
