import type { CommandGroup } from '../command.ts'
import { add } from './feeds/add.ts'
import { approve } from './feeds/approve.ts'
import { disable } from './feeds/disable.ts'
import { edit } from './feeds/edit.ts'
import { enable } from './feeds/enable.ts'
import { freeze } from './feeds/freeze.ts'
import { list } from './feeds/list.ts'
import { remove } from './feeds/remove.ts'
import { run } from './feeds/run.ts'
import { show } from './feeds/show.ts'

/** The commands around feeds that are fetched on a schedule. */
export const feeds: CommandGroup = {
  name: 'feeds',
  summary: 'add, list, change, run, stop, approve and remove feeds that are fetched',
  commands: [add, list, show, edit, run, enable, disable, freeze, approve, remove]
}
