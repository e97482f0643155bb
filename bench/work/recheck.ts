import { runProgram } from '../program/program.ts'
import type { Work } from './work.ts'

/** A network is added to the guard that covers a fourth of all addresses, and every indicator is held against it. */
export const recheck: Work = {
  name: 'guard recheck',
  prepare: async ({ program, store: { folder, file } }) => ({
    go: () => runProgram(program, folder, ['guard', 'add', '64.0.0.0/2', '--db', `sqlite:${file}`])
  })
}
