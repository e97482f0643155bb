import { indicatorsInOrder } from '../app/indicators-in-order.ts'
import type { Filters } from '../app/filters.ts'
import { ruleDocuments } from '../app/rule-documents.ts'
import { writeRuleFolder } from '../app/rule-folder.ts'
import { ruleStyle } from '../app/rule-style.ts'
import type { World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import { NO_RULE_REASONS, type Indicator, type NoRuleReason } from '../indicator/indicator.ts'
import { say } from './print.ts'
import { formatCount } from './text-table.ts'
import type { Store } from './with-store.ts'

/** Where rules go. */
export interface Target {
  readonly kind: 'standard output' | 'file' | 'folder'
  readonly path: string
}

/** Which rules are to be written, and where. */
export interface RulesOrder {
  readonly filters: Filters
  readonly limit: number
  readonly target: Target
  readonly settings: Settings
  /** Leaves rules of earlier runs in a folder although nothing gives them any more. */
  readonly keepOthers: boolean
}

/** What `-o` means: nothing and `-` standard output, a trailing slash or an existing folder a folder, else a file. */
export const findTarget = async (world: World, path: string | undefined): Promise<Target> => {
  if (path === undefined || path === '-') return { kind: 'standard output', path: '-' }
  return { kind: path.endsWith('/') || (await world.isFolder(path)) ? 'folder' : 'file', path }
}

interface Tally {
  rules: number
  withheld: Map<NoRuleReason, number>
}

const emptyTally = (): Tally => ({ rules: 0, withheld: new Map() })

const tallyText = ({ rules, withheld }: Tally, { path }: Target): readonly string[] => [
  `${formatCount(rules)} ${rules === 1 ? 'rule' : 'rules'} written to ${path === '-' ? 'standard output' : path}.`,
  ...[...withheld].map(([reason, count]) => `Withheld: ${formatCount(count)} ${reason}: ${NO_RULE_REASONS[reason]}.`)
]

/** Writes the rules of a store in their natural order, streaming; says on standard error what came of it. */
export const writeRules = async (world: World, store: Store, order: RulesOrder): Promise<void> => {
  const { filters, limit, target, settings, keepOthers } = order
  const style = ruleStyle(settings)
  const view = await store.view()
  let tally = emptyTally()

  async function* pages(): AsyncGenerator<readonly Indicator[]> {
    tally = emptyTally()
    const { withheld } = tally
    const onWithheld = (reason: NoRuleReason): void => {
      withheld.set(reason, (withheld.get(reason) ?? 0) + 1)
    }
    for await (const page of indicatorsInOrder(view, filters, limit, onWithheld)) {
      tally.rules += page.length
      yield page
    }
  }

  try {
    switch (target.kind) {
      case 'standard output':
        await world.writeOut(ruleDocuments(pages(), style))
        if (world.isTerminal) say(world, tallyText(tally, target))
        return
      case 'file':
        await world.writeFile(target.path, ruleDocuments(pages(), style))
        say(world, tallyText(tally, target))
        return
      case 'folder': {
        const folder = await world.folder(target.path)
        const report = await writeRuleFolder(folder, pages, style, world.crypto, keepOthers)
        const { added, changed, unchanged, removed } = report
        say(world, [
          ...tallyText(tally, target),
          `${formatCount(added)} added, ${formatCount(changed)} changed, ${formatCount(unchanged)} unchanged, ${formatCount(removed)} removed.`,
          ...(keepOthers ? ['Rules of earlier runs were kept, because not every input could be read.'] : [])
        ])
      }
    }
  } finally {
    await view.close()
  }
}
