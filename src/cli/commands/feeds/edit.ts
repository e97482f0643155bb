import { FEED_PARTS, type FeedEdit, type FeedPart } from '../../../app/feeds/feed-edit.ts'
import { feedJson } from '../../../app/feeds/feed-json.ts'
import { invalidParameter } from '../../../app/invalid-parameter.ts'
import { nearest } from '../../../indicator/nearest.ts'
import { defineCommand } from '../../command.ts'
import { FEED_OPERAND } from '../../feed-operand.ts'
import { secretAdvice } from '../../feed-text.ts'
import { FEED_PART_FLAGS, feedPartsOf, FETCHED_FEED_FLAGS } from '../../fetched-feed-flags.ts'
import { switchFlag, textFlag, valueFlag, type FlagValues } from '../../flag.ts'
import { print, printJson, say } from '../../print.ts'
import { withFeeds } from '../../with-feeds.ts'

const NAMES = { ...FEED_PART_FLAGS, name: 'NAME', url: '--url' } as const

/** What can be taken back, by its flag without the hyphens. */
const FORGETTABLE = new Map(
  FEED_PARTS.filter((part) => part !== 'url').map((part) => [NAMES[part].slice('--'.length), part] as const)
)

const parseForgotten = (text: string, name: string): readonly FeedPart[] =>
  text.split(',').map((word) => {
    const part = FORGETTABLE.get(word.trim())
    if (part !== undefined) return part
    const allowed = [...FORGETTABLE.keys()]
    throw invalidParameter(name, text, {
      reason: `${word.trim()} is nothing that is said of a feed`,
      allowed,
      nearest: nearest(word.trim(), allowed)
    })
  })

const SAID = {
  url: textFlag('URL', { summary: 'where it is fetched from then on' }),
  ...FETCHED_FEED_FLAGS,
  forget: valueFlag(
    'PARTS',
    { summary: 'what no longer holds, separated by commas: lifetime,tlp,header' },
    parseForgotten
  )
} as const

const editOf = ({ url, forget = [], ...flags }: FlagValues<typeof SAID>): FeedEdit => {
  const said = Object.entries({ url, ...feedPartsOf(flags) }).filter(([, value]) => value !== undefined)
  if (said.length === 0 && forget.length === 0) {
    throw invalidParameter('feeds edit', undefined, { reason: 'it was told nothing to change; see feeds edit --help' })
  }
  return { ...Object.fromEntries(forget.map((part) => [part, null])), ...Object.fromEntries(said) }
}

/** Says something of a feed anew. */
export const edit = defineCommand({
  name: 'edit',
  summary: 'change what is said of a feed',
  description:
    'Changes what is said of a feed, and leaves the rest as it is. It is fetched at once, and then everything that it ' +
    'names is as it says and you say; nothing is withdrawn meanwhile. To another server, headers are given anew.',
  operand: { ...FEED_OPERAND, several: false },
  settings: ['db'],
  flags: { ...SAID, json: switchFlag('print JSON') },
  examples: [
    ['feeds edit URLhaus --every 15m', 'fetch a feed more often'],
    ['feeds edit partner --confidence medium --forget lifetime', 'trust a feed less, and let it age as others do']
  ],
  async run({ world, loadSettings, operands: [name = ''], flags }) {
    const settings = await loadSettings()
    const { json, ...said } = flags
    const change = editOf(said)
    const feed = await withFeeds(world, settings, { create: false }, async (feeds) =>
      feeds.edit(name, change, { isRemote: false, nameOf: (part) => NAMES[part] })
    )
    if (json === true) await printJson(world, feedJson(feed, world.clock.now()))
    else await print(world, [`Changed the feed ${feed.record.name}; its next run is due.`])
    say(world, secretAdvice(feed))
    return 0
  }
})
