import { guardJson } from '../../../app/guard/guard-json.ts'
import { guardOverview } from '../../../app/guard/guard-overview.ts'
import { defineCommand } from '../../command.ts'
import { switchFlag } from '../../flag.ts'
import { guardTable } from '../../guard-text.ts'
import { print, printJson } from '../../print.ts'
import { withGuardedStore } from '../../with-guard.ts'

/** Lists what the guard stands on. */
export const list = defineCommand({
  name: 'list',
  summary: 'list what the guard stands on',
  description:
    'Lists the lists of the guard, those that come with the program, of the settings and those that were loaded, and the ' +
    'entries that were added.',
  operand: undefined,
  settings: ['db', 'guard.own', 'guard.documentation'],
  flags: { json: switchFlag('print JSON') },
  examples: [['guard list', 'see what is kept out of the rules']],
  async run({ world, loadSettings, flags }) {
    const settings = await loadSettings()
    const overview = await withGuardedStore(world, settings, async (store) => guardOverview(store.guard, settings))
    if (flags.json === true) await printJson(world, guardJson(overview))
    else await print(world, guardTable(overview))
    return 0
  }
})
