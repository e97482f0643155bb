import type { CommandGroup } from '../command.ts'
import { list } from './audit/list.ts'
import { verify } from './audit/verify.ts'

/** The commands around the audit trail. */
export const audit: CommandGroup = {
  name: 'audit',
  summary: 'show the audit trail, and check that nothing in it was changed',
  unnamed: 'list',
  commands: [list, verify]
}
