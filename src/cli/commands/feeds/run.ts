import { guardOf } from '../../../app/guard/load-guard.ts'
import { feedJson } from '../../../app/feeds/feed-json.ts'
import { runFeed } from '../../../app/feeds/run-feed.ts'
import { defineCommand } from '../../command.ts'
import { FEED_OPERAND } from '../../feed-operand.ts'
import { alarmText, runText } from '../../feed-text.ts'
import { switchFlag } from '../../flag.ts'
import { print, printJson, say } from '../../print.ts'
import { showSteps } from '../../progress-steps.ts'
import { withFeeds } from '../../with-feeds.ts'

/** Fetches feeds at once. */
export const run = defineCommand({
  name: 'run',
  summary: 'fetch a feed now',
  description:
    'Fetches a feed and takes in what comes, whether it is due or not, also while a server runs. ' +
    'A run that fails, or whose size asks for a look, ends with exit code 1.',
  operand: FEED_OPERAND,
  settings: ['db'],
  flags: { json: switchFlag('print JSON, one object for each NAME') },
  examples: [['feeds run URLhaus', 'try a feed that was just added']],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    const { clock, crypto, environment } = world
    const [log, fetch] = [world.log({ ...settings, log: { level: 'silent' } }), world.fetcher(settings)]
    return withFeeds(world, settings, { create: false }, async (feeds, store) => {
      const guard = guardOf(store, settings, clock)
      let needsLook = false
      for (const name of operands) {
        const steps = showSteps(world, name)
        const parts = { store, settings, clock, crypto, environment, log, fetch, guard, onProgress: steps.show }
        await runFeed(parts, name).finally(steps.done)
        const feed = await feeds.find(name)
        if (flags.json === true) await printJson(world, feedJson(feed, clock.now()))
        else await print(world, [`${feed.record.name}: ${runText(feed)}`])
        say(world, alarmText(feed))
        if (feed.state.alarm !== undefined) needsLook = true
      }
      return needsLook ? 1 : 0
    })
  }
})
