import type { CommandGroup } from './command.ts'
import { check } from './commands/check.ts'
import { completion } from './commands/completion.ts'
import { feeds } from './commands/feeds.ts'
import { guard } from './commands/guard.ts'
import { importCommand } from './commands/import.ts'
import { keys } from './commands/keys.ts'
import { manifest } from './commands/manifest.ts'
import { pipelines } from './commands/pipelines.ts'
import { remove } from './commands/remove.ts'
import { rules } from './commands/rules.ts'
import { serve } from './commands/serve.ts'
import { show } from './commands/show.ts'
import { stats } from './commands/stats.ts'
import { why } from './commands/why.ts'
import { sync } from './commands/sync.ts'

/** The whole command line, in the order of its help. */
export const SIGMILL: CommandGroup = {
  name: 'sigmill',
  summary: 'indicators of compromise to Sigma rules',
  commands: [
    serve,
    importCommand,
    rules,
    manifest,
    sync,
    check,
    pipelines,
    show,
    why,
    remove,
    feeds,
    guard,
    keys,
    stats,
    completion
  ]
}
