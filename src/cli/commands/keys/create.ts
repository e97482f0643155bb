import { DEFAULT_SCOPES, SCOPE_NAMES } from '../../../api/scopes.ts'
import { invalidParameter } from '../../../app/invalid-parameter.ts'
import type { KeyPart } from '../../../app/keys/key-terms.ts'
import { TLPS } from '../../../indicator/tlp.ts'
import { defineCommand } from '../../command.ts'
import { longName, repeatedFlag, switchFlag, textFlag, valueFlag } from '../../flag.ts'
import { keyJson, shownKey } from '../../key-text.ts'
import { print, printJson, say } from '../../print.ts'
import { withKeys } from '../../with-keys.ts'

const parseDays = (text: string, name: string): number => {
  if (/^[0-9]+(\.[0-9]+)?$/.test(text)) return Number(text)
  throw invalidParameter(name, text, { reason: 'it is not a number of days' })
}

/** What the command line calls the parts of a request. */
const flagOf = (part: KeyPart): string => {
  const names: Partial<Record<KeyPart, string>> = { scopes: 'scope', networks: 'network' }
  return longName(names[part] ?? part)
}

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
    scope: valueFlag(
      'SCOPES',
      {
        summary: `what it may be used for (default: ${DEFAULT_SCOPES.join(',')}): ${SCOPE_NAMES.join(', ')}`,
        offer: SCOPE_NAMES
      },
      (text) => text.split(',').map((word) => word.trim())
    ),
    network: repeatedFlag('CIDR', {
      summary: 'an address or network from which it may be used; may be given several times (default: any)'
    }),
    maxTlp: textFlag('TLP', {
      summary: `the strictest TLP level that it may see (default: any): ${TLPS.join(', ')}`,
      offer: TLPS
    }),
    feeds: repeatedFlag('NAME', {
      summary: 'a feed of which it may see what it says; may be given several times (default: all)'
    }),
    expiresInDays: valueFlag('DAYS', { summary: 'how long it lives (default: without end)' }, parseDays),
    json: switchFlag('print JSON')
  },
  examples: [
    ['keys create --name splunk-poller', 'make a key'],
    ['keys create --tier free --expires-in-days 30 --json', 'make a key that expires'],
    ['keys create --name prometheus --scope metrics:read', 'make a key that reads the metrics and nothing else'],
    ['keys create --account acme --scope read:iocs,keys:self', 'let a team make and rotate its own keys'],
    ['keys create --name siem --network 192.0.2.0/24 --network 2001:db8::/32', 'make a key for two networks']
  ],
  async run({ world, loadSettings, flags }) {
    const settings = await loadSettings()
    const request = {
      tier: flags.tier,
      name: flags.name ?? 'key',
      account: flags.account,
      scopes: flags.scope,
      networks: flags.network,
      maxTlp: flags.maxTlp,
      feeds: flags.feeds,
      expiresInDays: flags.expiresInDays
    }
    const { text, key } = await withKeys(world, settings, { create: true }, async (keys, by) =>
      keys.create(request, by, flagOf)
    )
    const shown = shownKey(key, settings.keys.prefix, world.clock.now())
    if (flags.json === true) await printJson(world, { key: text, ...keyJson(shown) })
    else await print(world, [text])
    if (world.isTerminal)
      say(world, [`Keep it now: it is not shown again. Its id is ${shown.id}, its tier ${shown.tier}.`])
    return 0
  }
})
