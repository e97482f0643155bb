import { removeIndicator } from '../../app/find-indicator.ts'
import { invalidParameter } from '../../app/invalid-parameter.ts'
import { refuseSecret } from '../../app/keys/refuse-secret.ts'
import { actingOn } from '../acting-on.ts'
import { defineCommand } from '../command.ts'
import { textFlag } from '../flag.ts'
import { print } from '../print.ts'
import { withStore } from '../with-store.ts'

/** Removes indicators. */
export const remove = defineCommand({
  name: 'remove',
  summary: 'remove an indicator and say why',
  description:
    'Removes an indicator with everything that was seen of it so far: it leaves the exports at once. ' +
    'A later sighting in a feed returns it. The reason is kept and shown.',
  operand: { name: 'VALUE', summary: 'the indicator, written in any way', required: true, several: true },
  settings: ['db'],
  flags: { why: textFlag('TEXT', { summary: 'the reason (required)' }) },
  examples: [['remove 198.51.100.7 --why "our own scanner"', 'take a false positive out']],
  async run({ world, loadSettings, operands, flags }) {
    const { why } = flags
    if (why === undefined) {
      throw invalidParameter('--why', why, { reason: 'say why it goes, for those who come after' })
    }
    const settings = await loadSettings()
    refuseSecret(why, settings.keys.prefix, '--why')
    // A false positive has to go even while imports wait for the clock.
    await withStore(world, settings, { create: false, acceptClock: true }, async (store) => {
      for (const value of operands) {
        await removeIndicator(actingOn(world, store), value, why)
        await print(world, [`Removed ${value}.`])
      }
    })
    return 0
  }
})
