import { FEED_MODES, FETCHED_FORMATS, type FeedRequest } from '../../../app/feeds/feed-request.ts'
import { feedJson } from '../../../app/feeds/feed-json.ts'
import { CONFIDENCES } from '../../../indicator/confidence.ts'
import { defineCommand } from '../../command.ts'
import { FEED_FLAGS, sectorsFlag } from '../../feed-flags.ts'
import { secretAdvice } from '../../feed-text.ts'
import { choiceFlag, repeatedFlag, switchFlag, textFlag } from '../../flag.ts'
import { print, printJson, say } from '../../print.ts'
import { withFeeds } from '../../with-feeds.ts'

/** What the command line calls the parts of a request. */
const FLAG_OF: Readonly<Record<keyof FeedRequest, string>> = {
  name: 'NAME',
  url: 'URL',
  format: '--format',
  every: '--every',
  cron: '--cron',
  mode: '--mode',
  confidence: '--confidence',
  industries: '--industry',
  role: '--role',
  tlp: '--tlp',
  threatTypes: '--threat-type',
  lifetime: '--lifetime',
  licence: '--licence',
  headers: '--header',
  allowNetworks: '--allow-network'
}

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
    format: choiceFlag('FORMAT', 'what it is read as, instead of recognising it', FETCHED_FORMATS),
    every: textFlag('DURATION', { summary: 'how often it is fetched: 90s, 30m, 1h, 7d (default: 1h)' }),
    cron: textFlag('EXPR', { summary: 'when it is fetched, in UTC, as five fields of cron: "0 6 * * *"' }),
    mode: choiceFlag(
      'MODE',
      'whether what it no longer holds is withdrawn, or ages (default: as the format is)',
      FEED_MODES
    ),
    confidence: choiceFlag('LEVEL', 'how sure the feed is where it does not say so', CONFIDENCES),
    industry: sectorsFlag('the sectors that the feed is about where it names none'),
    role: FEED_FLAGS.role,
    tlp: FEED_FLAGS.tlp,
    threatType: textFlag('TYPES', { summary: 'its threat types, separated by commas, where it names none' }),
    lifetime: textFlag('DAYS', { summary: 'how long its indicators live after their last sighting: 30d' }),
    licence: FEED_FLAGS.licence,
    header: repeatedFlag('HEADER', { summary: "a header to send, several times if need be: 'Auth-Key: env:VARIABLE'" }),
    allowNetwork: repeatedFlag('CIDR', {
      summary: 'a private network that may be contacted, several times if need be: 10.20.0.0/16'
    }),
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
    const request: FeedRequest = {
      ...flags,
      name,
      url,
      industries: flags.industry,
      threatTypes: flags.threatType?.split(','),
      headers: flags.header,
      allowNetworks: flags.allowNetwork
    }
    const feed = await withFeeds(world, settings, { create: true }, async (feeds) =>
      feeds.add(request, { isRemote: false, nameOf: (part) => FLAG_OF[part] })
    )
    if (flags.json === true) await printJson(world, feedJson(feed, world.clock.now()))
    else await print(world, [`Added the feed ${feed.record.name}; its first run is due.`])
    say(world, secretAdvice(feed))
    return 0
  }
})
