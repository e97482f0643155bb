import { guardedValueJson } from '../../../app/guard/guard-json.ts'
import { loadGuard } from '../../../app/guard/load-guard.ts'
import { tryGuard } from '../../../app/guard/try-guard.ts'
import { defineCommand } from '../../command.ts'
import { switchFlag } from '../../flag.ts'
import { tryText } from '../../guard-text.ts'
import { print, printJson } from '../../print.ts'
import { withGuardedStore } from '../../with-guard.ts'

/** Holds values against the guard. */
export const test = defineCommand({
  name: 'test',
  summary: 'say which entries of the guard cover a value',
  description:
    'Holds values against the guard, whether the store holds them or not, and says whether they would be withheld and ' +
    'which entries cover them.',
  operand: { name: 'VALUE', summary: 'an indicator, written in any way', required: true, several: true },
  settings: ['db', 'guard.own', 'guard.documentation'],
  flags: { json: switchFlag('print JSON') },
  examples: [['guard test hxxps://duckdns[.]org/', 'see whether a value would become a rule']],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    const guard = await withGuardedStore(world, settings, async (store) => loadGuard(store, settings, world.clock))
    const tried = operands.map((value) => tryGuard(guard, value))
    if (flags.json === true) await printJson(world, tried.map(guardedValueJson))
    else await print(world, tried.flatMap(tryText))
    return 0
  }
})
