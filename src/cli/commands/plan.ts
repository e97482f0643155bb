import { TARGET_NAMES } from '../../app/bundles/requested-target.ts'
import { inView } from '../../app/in-view.ts'
import { planJson } from '../../app/plan/plan-json.ts'
import { planSelection } from '../../app/plan/plan-selection.ts'
import { planTarget } from '../../app/plan/plan-target.ts'
import { storeCommands } from '../../app/plan/store-commands.ts'
import { defineCommand } from '../command.ts'
import { FILTER_FLAGS, filtersOf } from '../filter-flags.ts'
import { choiceFlag, switchFlag } from '../flag.ts'
import { planText } from '../plan-text.ts'
import { print, printJson } from '../print.ts'
import { settingWords } from '../setting-flags.ts'
import { withStore } from '../with-store.ts'

const { type, confidence, industry } = FILTER_FLAGS

/** Tells which shape of the rules a SIEM can carry. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'tell which shape of the rules a SIEM can carry',
  description:
    'Counts the rules, grouped rules and table rows that the selected indicators give, holds them against the documented ' +
    'limits of the SIEM, and recommends a command. Lengths of queries are estimates.',
  operand: undefined,
  settings: ['db'],
  flags: {
    target: choiceFlag('SIEM', 'plan for it', TARGET_NAMES),
    type,
    confidence,
    industry,
    json: switchFlag('print JSON')
  },
  examples: [
    ['plan --target sentinel', 'see what Microsoft Sentinel can take of everything'],
    ['plan --target splunk --type ipv4,domain --confidence high', 'plan for some of it']
  ],
  async run({ world, loadSettings, typedSettings, flags }) {
    const { json } = flags
    const target = planTarget('--target', flags.target)
    const settings = await loadSettings()
    const filters = filtersOf({ ...flags, since: undefined, limit: undefined }, settings.export.defaultTypes)
    const commands = storeCommands(settingWords(typedSettings))
    const request = { target, filters, namedKinds: flags.type, lookback: undefined, commands }
    const made = await withStore(world, settings, { create: false }, (store) =>
      inView(store, (view) => planSelection(view, request))
    )
    await (json === true ? printJson(world, planJson(made)) : print(world, planText(made)))
    return 0
  }
})
