import { feedJson } from '../app/feeds/feed-json.ts'
import type { Feeds } from '../app/feeds/feeds.ts'
import type { Call } from './command.ts'
import type { ExitCode } from './exit-codes.ts'
import { switchFlag } from './flag.ts'
import { print, printJson } from './print.ts'
import { withFeeds } from './with-feeds.ts'

/** The flags of commands that change the standing of feeds. */
export const STANDING_FLAGS = { json: switchFlag('print JSON, one object for each NAME') } as const

/** Gives every feed that was named a standing, and says so. */
export const setStandings = async (
  { world, loadSettings, operands, flags }: Call<typeof STANDING_FLAGS>,
  standing: Parameters<Feeds['setStanding']>[1]
): Promise<ExitCode> => {
  const settings = await loadSettings()
  await withFeeds(world, settings, { create: false }, async (feeds) => {
    for (const name of operands) {
      const feed = await feeds.setStanding(name, standing)
      if (flags.json === true) await printJson(world, feedJson(feed, world.clock.now()))
      else await print(world, [`The feed ${feed.record.name} is ${standing}.`])
    }
  })
  return 0
}
