import { removeFromGuard } from '../../../app/guard/guard-edits.ts'
import { defineCommand } from '../../command.ts'
import { recheckText } from '../../guard-text.ts'
import { print } from '../../print.ts'
import { editGuard } from '../../with-guard.ts'

/** Removes entries and lists from the guard. */
export const remove = defineCommand({
  name: 'remove',
  summary: 'take an entry or a list out of the guard',
  description:
    'Takes entries that were added, or lists that were loaded, out of the guard, and holds all indicators against what ' +
    'is left: those that nothing else stops give rules again. What comes with the program stays.',
  operand: {
    name: 'VALUE|LIST',
    summary: 'the entry, written in any way, or the name of the list',
    required: true,
    several: true
  },
  settings: ['db'],
  flags: {},
  examples: [['guard remove example.com', 'let a domain become a rule again']],
  async run({ world, loadSettings, operands }) {
    const settings = await loadSettings()
    const recheck = await editGuard(world, settings, async (acting) => {
      for (const text of operands) await print(world, [`Removed ${await removeFromGuard(acting, text)}.`])
    })
    await print(world, [recheckText(recheck)])
    return 0
  }
})
