import { join } from 'node:path'
import { mixedList } from '../data/mixed-list.ts'
import { writeLines } from '../data/write-lines.ts'
import { runProgram } from '../program/program.ts'
import type { Pass } from './pass.ts'

/** A list into an empty store, and the same list again; the greater peak counts. */
export const importTwice: Pass = {
  name: 'import, twice',
  mostMB: 400,
  async peakMB({ program, folder, size }) {
    const list = join(folder, 'list.txt')
    await writeLines(list, mixedList(size, 11))
    const args = ['import', list, '--db', 'sqlite:imported.db']
    const first = await runProgram(program, folder, args)
    const second = await runProgram(program, folder, args)
    return Math.max(first.peakMB, second.peakMB)
  }
}
