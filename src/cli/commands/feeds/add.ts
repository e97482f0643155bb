import { feedJson } from '../../../app/feeds/feed-json.ts'
import { defineCommand } from '../../command.ts'
import { secretAdvice } from '../../feed-text.ts'
import { FEED_PART_FLAGS, feedPartsOf, FETCHED_FEED_FLAGS } from '../../fetched-feed-flags.ts'
import { switchFlag } from '../../flag.ts'
import { print, printJson, say } from '../../print.ts'
import { withFeeds } from '../../with-feeds.ts'

const ADD_NAMES = { ...FEED_PART_FLAGS, name: 'NAME', url: 'URL' } as const

/** Adds a feed that is fetched on a schedule. */
export const add = defineCommand({
  name: 'add',
  summary: 'add a feed that is fetched on a schedule',
  description:
    'Adds a feed that a running server fetches on a schedule, from then on. Its first run is due at once. ' +
    'Secrets go into headers, best as the name of an environment variable that is read at each run: they are never shown again.',
  operand: [
    { name: 'NAME', summary: 'what the feed is called, here and in rules', required: true, several: false },
    {
      name: 'URL',
      summary: 'http://, https:// or file://, or the absolute path of a file',
      required: true,
      several: false
    }
  ],
  settings: ['db'],
  flags: {
    ...FETCHED_FEED_FLAGS,
    json: switchFlag('print JSON')
  },
  examples: [
    ['feeds add URLhaus https://urlhaus.example/csv_recent/ --every 30m', 'fetch a feed every half hour'],
    [
      "feeds add partner https://feed.example/iocs.json --header 'Auth-Key: env:PARTNER_KEY' --confidence high --tlp amber",
      'fetch what needs a key'
    ],
    [
      'feeds add sensors https://10.20.0.5/list.txt --allow-network 10.20.0.0/16 --cron "0 6 * * *"',
      'fetch from inside'
    ]
  ],
  async run({ world, loadSettings, operands: [name = '', url = ''], flags }) {
    const settings = await loadSettings()
    const request = { ...feedPartsOf(flags), name, url }
    const feed = await withFeeds(world, settings, { create: true }, async (feeds) =>
      feeds.add(request, { isRemote: false, nameOf: (part) => ADD_NAMES[part] })
    )
    if (flags.json === true) await printJson(world, feedJson(feed, world.clock.now()))
    else await print(world, [`Added the feed ${feed.record.name}; its first run is due.`])
    say(world, secretAdvice(feed))
    return 0
  }
})
