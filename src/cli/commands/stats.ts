import { storeStats } from '../../app/store-stats.ts'
import { defineCommand } from '../command.ts'
import { switchFlag } from '../flag.ts'
import { print, printJson } from '../print.ts'
import { statsJson, statsText } from '../stats-text.ts'
import { withStore } from '../with-store.ts'

/** Counts what the store holds. */
export const stats = defineCommand({
  name: 'stats',
  summary: 'count what the store holds',
  description:
    'Counts the indicators of the store by type, confidence and feed, and those that give no rule by reason.',
  operand: undefined,
  settings: ['db'],
  flags: { json: switchFlag('print JSON') },
  examples: [['stats', 'see what is there']],
  async run({ world, loadSettings, flags }) {
    const settings = await loadSettings()
    const figures = await withStore(world, settings, { create: false }, storeStats)
    if (flags.json === true) await printJson(world, statsJson(figures))
    else await print(world, statsText(figures))
    return 0
  }
})
