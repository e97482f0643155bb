import { invalidParameter } from '../../../app/invalid-parameter.ts'
import { READ_SCOPE, SCOPES, type Scope } from '../../../app/keys.ts'
import { defaultKeyTier } from '../../../app/tier.ts'
import { defineCommand } from '../../command.ts'
import { choicesFlag, switchFlag, textFlag, valueFlag } from '../../flag.ts'
import { keyJson, shownKey } from '../../key-text.ts'
import { print, printJson, say } from '../../print.ts'
import { withKeys } from '../../with-keys.ts'

const parseDays = (text: string, name: string): number => {
  if (/^[0-9]+(\.[0-9]+)?$/.test(text)) return Number(text)
  throw invalidParameter(name, text, { reason: 'it is not a number of days' })
}

const ALL_SCOPES = Object.keys(SCOPES) as Scope[]

/** Makes an API key. */
export const create = defineCommand({
  name: 'create',
  summary: 'make an API key and show it this once',
  description:
    'Makes an API key and prints it on standard output. It is shown this once: the store keeps only a digest of it. ' +
    'The first key of a store also makes its server secret.',
  operand: undefined,
  settings: ['db'],
  flags: {
    tier: textFlag('TIER', { summary: 'a tier of the configuration (default: the first that may export rules)' }),
    name: textFlag('NAME', { summary: 'what the key is for (default: "key")' }),
    account: textFlag('ACCOUNT', { summary: 'whose key it is (default: "default")' }),
    scope: choicesFlag('SCOPES', `what it may be used for (default: ${READ_SCOPE})`, ALL_SCOPES),
    expiresInDays: valueFlag('DAYS', { summary: 'how long it lives (default: without end)' }, parseDays),
    json: switchFlag('print JSON')
  },
  examples: [
    ['keys create --name splunk-poller', 'make a key'],
    ['keys create --tier free --expires-in-days 30 --json', 'make a key that expires'],
    ['keys create --name prometheus --scope metrics:read', 'make a key that reads the metrics and nothing else']
  ],
  async run({ world, loadSettings, flags }) {
    const settings = await loadSettings()
    const request = {
      tier: flags.tier ?? defaultKeyTier(settings),
      name: flags.name ?? 'key',
      account: flags.account ?? 'default',
      scopes: flags.scope ?? [READ_SCOPE],
      expiresInDays: flags.expiresInDays
    }
    const { text, key } = await withKeys(world, settings, { create: true }, async (keys) => keys.create(request))
    const shown = shownKey(key, settings.keys.prefix, world.clock.now())
    if (flags.json === true) await printJson(world, { key: text, ...keyJson(shown) })
    else await print(world, [text])
    if (world.isTerminal)
      say(world, [`Keep it now: it is not shown again. Its id is ${shown.id}, its tier ${shown.tier}.`])
    return 0
  }
})
