import { describe } from 'vitest'
import { describeAudit } from './audit.contract.ts'
import { describeChanges } from './changes.contract.ts'
import { describeCounters } from './counters.contract.ts'
import { describeFeeds } from './feeds.contract.ts'
import { describeGuard } from './guard.contract.ts'
import { describeHistory } from './history.contract.ts'
import { describeIdOrder } from './id-order.contract.ts'
import { describeInstants } from './instants.contract.ts'
import { describeKeys } from './keys.contract.ts'
import { describeProcesses } from './processes.contract.ts'
import { describeSaid } from './said.contract.ts'
import { describeSelections } from './selections.contract.ts'
import { describeStage } from './stage.contract.ts'
import { describeStatements } from './statements.contract.ts'
import { describeStats } from './stats.contract.ts'
import type { MakePlace } from './store-under-test.contract.ts'
import { describeTransactions } from './transactions.contract.ts'
import { describeViews } from './views.contract.ts'

/** The behaviour of every store, whatever it is made of. An adapter runs it on the real thing. */
export const describeIndicatorStore = (name: string, makePlace: MakePlace): void => {
  describe(name, () => {
    describeInstants(makePlace)
    describeTransactions(makePlace)
    describeViews(makePlace)
    describeSelections(makePlace)
    describeChanges(makePlace)
    describeHistory(makePlace)
    describeSaid(makePlace)
    describeIdOrder(makePlace)
    describeStatements(makePlace)
    describeStage(makePlace)
    describeStats(makePlace)
    describeKeys(makePlace)
    describeGuard(makePlace)
    describeFeeds(makePlace)
    describeAudit(makePlace)
    describeCounters(makePlace)
    describeProcesses(makePlace)
  })
}
