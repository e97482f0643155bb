import { verifyAudit } from '../../../app/audit/verify-audit.ts'
import { invalidParameter } from '../../../app/invalid-parameter.ts'
import { defineCommand } from '../../command.ts'
import { switchFlag, valueFlag } from '../../flag.ts'
import { print, printJson } from '../../print.ts'
import { formatCount } from '../../text-table.ts'
import { withStore } from '../../with-store.ts'

interface Head {
  readonly count: number
  readonly hash: string
}

const parseHead = (text: string, name: string): Head => {
  const [, count, hash] = /^([0-9]{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (count !== undefined && hash !== undefined) return { count: Number(count), hash }
  throw invalidParameter(name, text, { reason: 'it is no COUNT:HASH as audit verify prints it' })
}

/** Checks the audit trail. */
export const verify = defineCommand({
  name: 'verify',
  summary: 'check that no entry of the audit trail was changed or taken out',
  description:
    'Goes over the whole audit trail and checks that every entry is as it was written, that none is missing, and that ' +
    'the last one is the last that was written. Prints the number of entries and the hash of the last one. Whoever can ' +
    'write the store can make all of it anew, so keep that line elsewhere and give it back with --holds now and then.',
  operand: undefined,
  settings: ['db'],
  flags: {
    holds: valueFlag('COUNT:HASH', { summary: 'a line that was printed earlier, which must still be true' }, parseHead),
    json: switchFlag('print JSON')
  },
  examples: [
    ['audit verify', 'check the audit trail'],
    ['audit verify --holds "$(cat /mnt/elsewhere/audit-head)"', 'check it against what was noted elsewhere']
  ],
  async run({ world, loadSettings, flags }) {
    const settings = await loadSettings()
    const { count, hash } = await withStore(world, settings, { create: false }, async (store) =>
      verifyAudit(store.audit, flags.holds)
    )
    if (flags.json === true) await printJson(world, { entries: count, hash })
    else await print(world, [`${count}:${hash}`])
    if (world.isTerminal) world.say(`The audit trail holds together: ${formatCount(count)} entries.`)
    return 0
  }
})
