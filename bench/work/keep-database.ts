import { fileURLToPath } from 'node:url'
import { ROOT } from '../program/program.ts'
import { startProcess } from '../program/started.ts'
import type { PreparedWork } from './work.ts'

/** Has a process of its own lay something ready in a database, and gives what lets it go on; see `bench/database-keeper.ts`. */
export const keepDatabase = async (what: 'checkpoint' | 'compact', file: string): Promise<PreparedWork> => {
  const program = fileURLToPath(new URL('../database-keeper.ts', import.meta.url))
  const args = ['--import', 'tsx', program, what, file]
  const started = await startProcess({ file: process.execPath, args, cwd: ROOT }, /ready/)
  return {
    async go() {
      started.tell('go\n')
      await started.output()
    }
  }
}
