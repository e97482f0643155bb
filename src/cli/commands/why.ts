import { findIndicator } from '../../app/find-indicator.ts'
import { findByRuleId, isRuleId } from '../../app/why/provenance.ts'
import { explain } from '../../app/why/why.ts'
import { whyJson } from '../../app/why/why-json.ts'
import { defineCommand } from '../command.ts'
import { switchFlag } from '../flag.ts'
import { print, printJson } from '../print.ts'
import { whyText } from '../why-text.ts'
import { withStore } from '../with-store.ts'

/** Explains why an indicator gives its rule, or none. */
export const why = defineCommand({
  name: 'why',
  summary: 'explain why an indicator has its rule, or has none',
  description:
    'Says which feeds name an indicator, since when and until when each of them counts, which of them make its ' +
    'confidence, which entries of the guard cover it, and what its last change was. The value may be written in any way.',
  operand: {
    name: 'VALUE|RULE_ID',
    summary: 'an address, domain, URL, hash, mail address, CVE or technique, or the id of its rule',
    required: true,
    several: true
  },
  settings: ['db'],
  flags: { json: switchFlag('print JSON, one object for each of them') },
  examples: [
    ['why 198.51.100.7', 'explain a rule by its indicator'],
    ['why 143664e6-70c5-5a68-b4a6-68e639d6e1ed --json', 'explain the rule of an alert, for programs']
  ],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    await withStore(world, settings, { create: false }, async (store) => {
      for (const text of operands) {
        const stored = isRuleId(text) ? await findByRuleId(store, text) : await findIndicator(store, text)
        const explained = await explain({ store, settings, clock: world.clock }, stored)
        if (flags.json === true) await printJson(world, whyJson(explained))
        else await print(world, whyText(explained))
      }
    })
    return 0
  }
})
