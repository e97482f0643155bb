import type { Filters } from '../app/filters.ts'
import type { GroupSize } from '../app/groups/group-size.ts'
import { writeRuleFolder } from '../app/rule-folder.ts'
import { ruleStyle } from '../app/rule-style.ts'
import type { World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import { say } from './print.ts'
import { singleRules } from './single-rules.ts'
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
  /** Counts rules. */
  readonly limit: number
  /** How many indicators a rule may have; `undefined` gives each its own. */
  readonly group: GroupSize | undefined
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

/** Groups take longer to load than many rules to write. */
const loadGroupedRules = async () => (await import('./grouped-rules.ts')).groupedRules

/** Writes the rules of a store, streaming; says on standard error what came of it. */
export const writeRules = async (world: World, store: Store, order: RulesOrder): Promise<void> => {
  const { group, target, settings, keepOthers } = order
  const style = ruleStyle(settings)
  const view = await store.view()
  const rules =
    group === undefined ? singleRules(view, order, style) : (await loadGroupedRules())(view, { ...order, group }, style)
  const tallyText = (): readonly string[] => rules.tallyText(target.path === '-' ? 'standard output' : target.path)

  try {
    switch (target.kind) {
      case 'standard output':
        await world.writeOut(rules.documents())
        if (world.isTerminal) say(world, tallyText())
        return
      case 'file':
        await world.writeFile(target.path, rules.documents())
        say(world, tallyText())
        return
      case 'folder': {
        const folder = await world.folder(target.path)
        const report = await writeRuleFolder(folder, { files: () => rules.files(), group, keepOthers }, world.crypto)
        const { added, changed, unchanged, removed } = report
        say(world, [
          ...tallyText(),
          `${formatCount(added)} added, ${formatCount(changed)} changed, ${formatCount(unchanged)} unchanged, ${formatCount(removed)} removed.`,
          ...(keepOthers ? ['Rules of earlier runs were kept, because not every input could be read.'] : [])
        ])
      }
    }
  } finally {
    await view.close()
  }
}
