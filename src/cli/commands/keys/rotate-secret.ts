import { dropFormerSecret, rotateServerSecret } from '../../../app/keys/rotate-server-secret.ts'
import { operator } from '../../../app/keys/granter.ts'
import { defineCommand } from '../../command.ts'
import { switchFlag } from '../../flag.ts'
import { print } from '../../print.ts'
import { formatCount } from '../../text-table.ts'
import { withStore } from '../../with-store.ts'

const restingText = (keys: number): string =>
  keys === 0
    ? 'No live key rests on the former server secret any more: --drop-former gives it up, and nobody notices.'
    : `Live keys that still rest on the former server secret: ${formatCount(keys)}. Each comes under the new one when it is next used.`

/** Rotates the server secret. */
export const rotateSecret = defineCommand({
  name: 'rotate-secret',
  summary: 'change the server secret under which keys are kept',
  description:
    'Makes a new server secret. Keys under the one of before go on to work, in running servers too, and come under the ' +
    'new one when they are next used; --status says how many still have to. --drop-former gives up the old one, with ' +
    'the keys that still rest on it. Where SIGMILL_SECRET has the secret, set it to a new one and SIGMILL_FORMER_SECRET ' +
    'to the old one first.',
  operand: undefined,
  settings: ['db'],
  flags: {
    status: switchFlag('change nothing, and say how many keys still rest on the former server secret'),
    dropFormer: switchFlag('give up the former server secret; keys that still rest on it stop to work')
  },
  examples: [
    ['keys rotate-secret', 'change the server secret'],
    ['keys rotate-secret --status', 'see whether the former one is still needed'],
    ['keys rotate-secret --drop-former', 'give the former one up']
  ],
  async run({ world, loadSettings, flags }) {
    const settings = await loadSettings()
    await withStore(world, settings, { create: false }, async (store) => {
      const { clock, crypto, user } = world
      const parts = { store, source: world.secretSource(settings), crypto, clock }
      if (flags.status === true) {
        await print(world, [restingText(await store.keys.restingOnFormer(clock.now()))])
      } else if (flags.dropFormer === true) {
        const stopped = await dropFormerSecret(parts, operator(user))
        await print(world, [`Gave up the former server secret. Keys that stopped to work: ${formatCount(stopped)}.`])
      } else {
        await print(world, ['Rotated the server secret.', restingText(await rotateServerSecret(parts, operator(user)))])
      }
    })
    return 0
  }
})
