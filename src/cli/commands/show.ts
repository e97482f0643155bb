import { findIndicator } from '../../app/find-indicator.ts'
import { storedRule } from '../../app/stored-rule.ts'
import { defineCommand } from '../command.ts'
import { switchFlag } from '../flag.ts'
import { indicatorJson, indicatorText } from '../indicator-text.ts'
import { print, printJson } from '../print.ts'
import { withStore } from '../with-store.ts'

/** Shows everything that the store holds of indicators. */
export const show = defineCommand({
  name: 'show',
  summary: 'show all that is known of an indicator',
  description:
    'Shows an indicator with everything that its feeds say of it, and its rule or the reason why it gives none. ' +
    'The value may be written in any way, also defanged: hxxp://bad[.]example/.',
  operand: {
    name: 'VALUE',
    summary: 'an address, domain, URL, hash, mail address, CVE or technique',
    required: true,
    several: true
  },
  settings: ['db'],
  flags: { json: switchFlag('print JSON, one object for each VALUE') },
  examples: [
    ['show 198.51.100.7', 'show an address'],
    ['show "hxxp://bad[.]example/login" --json', 'show a URL, for programs']
  ],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    await withStore(world, settings, { create: false }, async (store) => {
      for (const value of operands) {
        const stored = await findIndicator(store, value)
        const rule = storedRule(stored, settings)
        if (flags.json === true) await printJson(world, indicatorJson(stored, rule))
        else await print(world, indicatorText(stored, rule))
      }
    })
    return 0
  }
})
