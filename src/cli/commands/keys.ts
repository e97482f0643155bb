import type { CommandGroup } from '../command.ts'
import { create } from './keys/create.ts'
import { list } from './keys/list.ts'
import { revoke } from './keys/revoke.ts'
import { rotateSecret } from './keys/rotate-secret.ts'
import { rotate } from './keys/rotate.ts'
import { show } from './keys/show.ts'

/** The commands around API keys. */
export const keys: CommandGroup = {
  name: 'keys',
  summary: 'create, list, rotate and revoke API keys',
  commands: [create, list, show, rotate, revoke, rotateSecret]
}
