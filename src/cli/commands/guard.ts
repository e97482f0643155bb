import type { CommandGroup } from '../command.ts'
import { add } from './guard/add.ts'
import { list } from './guard/list.ts'
import { load } from './guard/load.ts'
import { remove } from './guard/remove.ts'
import { test } from './guard/test.ts'

/** The commands around the guard. */
export const guard: CommandGroup = {
  name: 'guard',
  summary: 'keep harmless values from becoming rules',
  commands: [add, remove, load, list, test]
}
