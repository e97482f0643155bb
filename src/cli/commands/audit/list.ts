import { AUDIT_EVENT_NAMES } from '../../../app/audit/audit-events.ts'
import { parseMoment } from '../../../app/filters.ts'
import { auditJson, auditTable } from '../../audit-text.ts'
import { defineCommand } from '../../command.ts'
import { choiceFlag, switchFlag, valueFlag, wholeFlag } from '../../flag.ts'
import { print } from '../../print.ts'
import { withStore } from '../../with-store.ts'

const USUAL_LIMIT = 100

/** Shows the last entries of the audit trail. */
export const list = defineCommand({
  name: 'list',
  summary: 'show the last entries of the audit trail; audit alone does the same',
  description:
    'Shows the last entries of the audit trail, oldest first: who did what, and when. The order is that in which the ' +
    'entries were written. What a server hands out is written once a second.',
  operand: undefined,
  settings: ['db'],
  flags: {
    since: valueFlag(
      'TIME',
      { summary: 'what happened at that moment or later: 2026-05-17T10:00:00Z, 2026-05-17' },
      (text, name) => parseMoment(name, text)
    ),
    event: choiceFlag('EVENT', 'entries of this kind alone', AUDIT_EVENT_NAMES),
    limit: wholeFlag('COUNT', { summary: `so many entries (default: ${USUAL_LIMIT})` }, { from: 1, to: 1_000_000 }),
    json: switchFlag('print JSON, one object a line')
  },
  examples: [
    ['audit --since 2026-05-17', 'see what happened since a day'],
    ['audit list --event export_taken --json', 'see who took which rules']
  ],
  async run({ world, loadSettings, flags }) {
    const settings = await loadSettings()
    const { since, event, limit = USUAL_LIMIT } = flags
    const entries = await withStore(world, settings, { create: false }, async (store) =>
      store.audit.last({ since, event }, limit)
    )
    if (flags.json === true) {
      await print(
        world,
        entries.map((entry) => JSON.stringify(auditJson(entry)))
      )
    } else if (entries.length > 0) await print(world, auditTable(entries))
    else await print(world, ['The audit trail has no such entries.'])
    return 0
  }
})
