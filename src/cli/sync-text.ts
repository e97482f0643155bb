import { SYNC_OUTCOMES, type SyncedChange, type SyncReport } from '../app/sync/sync-report.ts'
import { formatCount } from './text-table.ts'

const SIGNS = { added: '+', changed: '~', removed: '-' } as const

const changeText = ({ outcome, title, id, type, reason }: SyncedChange): string =>
  `${SIGNS[outcome]} ${title === '' ? id : title} (${type}, ${reason})`

/** `3 added, 1 changed, 0 removed`. */
export const totalsText = ({ totals }: Pick<SyncReport, 'totals'>): string =>
  SYNC_OUTCOMES.map((outcome) => `${formatCount(totals[outcome])} ${outcome}`).join(', ')

/** What a run did, for people. */
export const syncText = (report: SyncReport, folder: string): readonly string[] => {
  const { totals, changes, rules } = report
  const left = totals.added + totals.changed + totals.removed - changes.length
  return [
    ...changes.map(changeText),
    ...(left > 0 ? [`... and ${formatCount(left)} more.`] : []),
    `${folder}: ${totalsText(report)}; it holds ${formatCount(rules)} ${rules === 1 ? 'rule' : 'rules'}.`
  ]
}

/** What is odd about a run. */
export const syncWarnings = ({ notes, isInStep }: SyncReport): readonly string[] => [
  ...notes,
  ...(isInStep ? [] : ['Not everything came from the server: nothing was removed, and the folder may hold too much.'])
]
