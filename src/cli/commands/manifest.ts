import { chunkManifestLines } from '../../app/groups/chunk-manifest.ts'
import { chunksInOrder } from '../../app/groups/chunks-in-order.ts'
import { ruleStyle } from '../../app/rule-style.ts'
import { manifestLines } from '../../app/why/manifest.ts'
import { sourcedRules } from '../../app/why/sourced-rules.ts'
import { defineCommand } from '../command.ts'
import { FILTER_FLAGS, filtersOf, GROUP_FLAG } from '../filter-flags.ts'
import { textFlag } from '../flag.ts'
import { withStore } from '../with-store.ts'

/** Writes the context of every rule, for whoever gets its alerts. */
export const manifest = defineCommand({
  name: 'manifest',
  summary: 'write the context of every rule, for alerts',
  description:
    'Writes one line of JSON per rule, oldest change first: its id, title and level, the indicator, threat types, ' +
    'families, actors, ports and TLP, each feed with its days, since when and until when the rule stands. ' +
    'With --group it writes one line per grouped rule: its title and level, and the indicators that it looks for.',
  operand: undefined,
  settings: ['db', 'publisher.name'],
  flags: {
    ...FILTER_FLAGS,
    group: GROUP_FLAG,
    out: textFlag('FILE', { short: '-o', summary: 'write a file instead of standard output', offer: 'path' })
  },
  examples: [
    ['manifest -o manifest.ndjson', 'write the context of all rules, as a lookup table'],
    ['manifest --group auto -o groups.ndjson', 'write which indicators each grouped rule looks for'],
    ['manifest --type ipv4 --confidence high', 'show it for some of them']
  ],
  async run({ world, loadSettings, flags }) {
    const settings = await loadSettings()
    const { out = '-', limit = Number.POSITIVE_INFINITY, group } = flags
    const filters = filtersOf(flags, settings.export.defaultTypes)
    await withStore(world, settings, { create: false }, async (store) => {
      const view = await store.view()
      try {
        const lines =
          group === undefined
            ? manifestLines(sourcedRules(view, filters, limit), { store, settings, clock: world.clock })
            : chunkManifestLines(chunksInOrder(view, { filters, limit, group }), ruleStyle(settings))
        await (out === '-' ? world.writeOut(lines) : world.writeFile(out, lines))
      } finally {
        await view.close()
      }
    })
    return 0
  }
})
