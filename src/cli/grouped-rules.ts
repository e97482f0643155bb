import { chunkDocuments, chunkFiles } from '../app/groups/chunk-documents.ts'
import type { FilledChunk } from '../app/groups/fill-chunks.ts'
import { chunksInOrder, type GroupOrder } from '../app/groups/chunks-in-order.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import type { RuleSource } from './rule-source.ts'
import { formatCount } from './text-table.ts'
import type { Store } from './with-store.ts'

interface Tally {
  rules: number
  members: number
  withheld: number
}

const emptyTally = (): Tally => ({ rules: 0, members: 0, withheld: 0 })

/** One rule for each chunk, in their order. */
export const groupedRules = (
  view: Awaited<ReturnType<Store['view']>>,
  order: GroupOrder,
  style: RuleStyle
): RuleSource => {
  let tally = emptyTally()

  async function* chunks(): AsyncGenerator<FilledChunk> {
    tally = emptyTally()
    const onWithheld = (count: number): void => {
      tally.withheld = count
    }
    for await (const filled of chunksInOrder(view, order, onWithheld)) {
      tally.rules += 1
      tally.members += filled.members.length
      yield filled
    }
  }

  return {
    documents: () => chunkDocuments(chunks(), style),
    files: () => chunkFiles(chunks(), style),
    tallyText: (where) => [
      `${formatCount(tally.rules)} ${tally.rules === 1 ? 'rule' : 'rules'} for ${formatCount(tally.members)} ${tally.members === 1 ? 'indicator' : 'indicators'} written to ${where}.`,
      ...(tally.withheld === 0 ? [] : [`Withheld: ${formatCount(tally.withheld)} that give no rule.`])
    ]
  }
}
