import { addToGuard } from '../../../app/guard/guard-edits.ts'
import { refuseSecret } from '../../../app/keys/refuse-secret.ts'
import { guardEntryText } from '../../../app/guard/guard-entry-text.ts'
import { dayOfInstant } from '../../../indicator/time.ts'
import { defineCommand } from '../../command.ts'
import { GUARD_FLAGS, guardTerms } from '../../guard-flags.ts'
import { recheckText, untilAdvice } from '../../guard-text.ts'
import { print, say } from '../../print.ts'
import { editGuard } from '../../with-guard.ts'

/** Adds entries to the guard. */
export const add = defineCommand({
  name: 'add',
  summary: 'keep a value from becoming a rule',
  description:
    'Adds an entry to the guard, in place of the same one, and holds all indicators against it. A domain covers its ' +
    'subdomains, the URLs on them and the mail addresses at them; a public suffix such as github.io covers itself ' +
    'alone unless a dot stands before it. A network covers its addresses and the URLs on them.',
  operand: {
    name: 'VALUE',
    summary: 'a domain, network, address, URL, mail address, hash, CVE or technique, written in any way',
    required: true,
    several: true
  },
  settings: ['db'],
  flags: GUARD_FLAGS,
  examples: [
    ['guard add example.com --why "our own domain"', 'keep a domain and all below it out of the rules'],
    ['guard add 198.51.100.0/24 --until 2027-03-31', 'keep a network out for a while']
  ],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    refuseSecret(flags.why ?? '', settings.keys.prefix, '--why')
    const recheck = await editGuard(world, settings, async (acting) => {
      for (const value of operands) {
        const entry = await addToGuard(acting, value, guardTerms(flags))
        await print(world, [`Added ${guardEntryText(entry)}.`])
      }
    })
    await print(world, [recheckText(recheck)])
    say(world, untilAdvice(flags.until, dayOfInstant(world.clock.now())))
    return 0
  }
})
