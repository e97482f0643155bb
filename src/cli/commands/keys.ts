import type { CommandGroup } from '../command.ts'
import { create } from './keys/create.ts'
import { list } from './keys/list.ts'
import { revoke } from './keys/revoke.ts'

/** The commands around API keys. */
export const keys: CommandGroup = {
  name: 'keys',
  summary: 'create, list and revoke API keys',
  commands: [create, list, revoke]
}
