import { defineCommand } from '../../command.ts'
import { KEY_OPERAND } from '../../key-operand.ts'
import { switchFlag } from '../../flag.ts'
import { keyJson, keyLines, shownKey } from '../../key-text.ts'
import { print, printJson } from '../../print.ts'
import { withKeys } from '../../with-keys.ts'

/** Shows API keys. */
export const show = defineCommand({
  name: 'show',
  summary: 'show an API key with what it is held to',
  description: 'Shows everything that is kept of an API key but its digest. The key itself is not stored.',
  operand: KEY_OPERAND,
  settings: ['db'],
  flags: { json: switchFlag('print JSON, one object for each ID') },
  examples: [['keys show sk_live_zIc8', 'see what a key may be used for']],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    await withKeys(world, settings, { create: false }, async (keys, by) => {
      for (const id of operands) {
        const shown = shownKey(await keys.named(id, by), settings.keys.prefix, world.clock.now())
        if (flags.json === true) await printJson(world, keyJson(shown))
        else await print(world, keyLines(shown))
      }
    })
    return 0
  }
})
