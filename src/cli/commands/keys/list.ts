import { defineCommand } from '../../command.ts'
import { switchFlag } from '../../flag.ts'
import { keyJson, keyTable, shownKey } from '../../key-text.ts'
import { print, printJson } from '../../print.ts'
import { withStore } from '../../with-store.ts'

/** Lists API keys. */
export const list = defineCommand({
  name: 'list',
  summary: 'list the API keys',
  description:
    'Lists all API keys, oldest first, revoked and expired ones included. The keys themselves are not stored.',
  operand: undefined,
  settings: ['db'],
  flags: { json: switchFlag('print JSON') },
  examples: [['keys list', 'see who may ask']],
  async run({ world, loadSettings, flags }) {
    const settings = await loadSettings()
    const stored = await withStore(world, settings, { create: false }, async (store) => store.keys.list())
    const shown = stored.map((key) => shownKey(key, settings.keys.prefix, world.clock.now()))
    if (flags.json === true) await printJson(world, shown.map(keyJson))
    else if (shown.length > 0) await print(world, keyTable(shown))
    else await print(world, ['There are no keys; sigmill keys create makes one.'])
    return 0
  }
})
