import { loadIntoGuard } from '../../../app/guard/guard-edits.ts'
import { invalidParameter } from '../../../app/invalid-parameter.ts'
import { refuseSecret } from '../../../app/keys/refuse-secret.ts'
import { dayOfInstant } from '../../../indicator/time.ts'
import { defineCommand } from '../../command.ts'
import { textFlag } from '../../flag.ts'
import { GUARD_FLAGS, guardTerms } from '../../guard-flags.ts'
import { loadedText, recheckText, untilAdvice } from '../../guard-text.ts'
import { print, say } from '../../print.ts'
import { editGuard } from '../../with-guard.ts'

/** Loads lists into the guard. */
export const load = defineCommand({
  name: 'load',
  summary: 'load lists into the guard',
  description:
    'Loads MISP warninglists as they are published, or plain lists of one value per line, each in place of a list of the ' +
    'same name, and holds all indicators against them. Values that are no entries are left out and counted by reason.',
  operand: {
    name: 'FILE',
    summary: 'a file, a folder, or - for standard input',
    required: true,
    several: true,
    paths: true
  },
  settings: ['db'],
  flags: {
    ...GUARD_FLAGS,
    name: textFlag('NAME', { summary: "the list's name (default: its own, else the name of the file)" })
  },
  examples: [
    ['guard load misp-warninglists/lists/', 'load all warninglists'],
    ['guard load allowed.txt --name partners --why "our partners"', 'load a list of your own']
  ],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    refuseSecret(flags.why ?? '', settings.keys.prefix, '--why')
    refuseSecret(flags.name ?? '', settings.keys.prefix, '--name')
    const recheck = await editGuard(world, settings, async (acting) => {
      let files = 0
      for await (const input of world.files(operands)) {
        files += 1
        if (files > 1 && flags.name !== undefined) {
          throw invalidParameter('--name', flags.name, { reason: 'only one file can have it' })
        }
        await print(world, loadedText(await loadIntoGuard(acting, input, flags.name, guardTerms(flags))))
      }
    })
    await print(world, [recheckText(recheck)])
    say(world, untilAdvice(flags.until, dayOfInstant(world.clock.now())))
    return 0
  }
})
