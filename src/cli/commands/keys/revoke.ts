import { defineCommand } from '../../command.ts'
import { textFlag } from '../../flag.ts'
import { KEY_OPERAND } from '../../key-operand.ts'
import { print } from '../../print.ts'
import { withKeys } from '../../with-keys.ts'

/** Revokes API keys. */
export const revoke = defineCommand({
  name: 'revoke',
  summary: 'revoke an API key',
  description: 'Revokes an API key for good. A running server refuses it from its next request on.',
  operand: KEY_OPERAND,
  settings: ['db'],
  flags: { why: textFlag('TEXT', { summary: 'the reason, kept with the key' }) },
  examples: [['keys revoke sk_live_zIc8 --why "laptop lost"', 'revoke a key']],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    await withKeys(world, settings, { create: false }, async (keys, by) => {
      for (const id of operands) {
        const key = await keys.revoke(id, flags.why, by)
        await print(world, [`Revoked ${key.id} (${key.name}).`])
      }
    })
    return 0
  }
})
