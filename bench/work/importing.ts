import { join } from 'node:path'
import { mixedList } from '../data/mixed-list.ts'
import { writeLines } from '../data/write-lines.ts'
import { runProgram } from '../program/program.ts'
import type { Work } from './work.ts'

/** An import of as many new values as the store holds. */
export const importing: Work = {
  name: 'import',
  async prepare({ program, store: { folder, file }, size }) {
    const list = join(folder, 'import.txt')
    await writeLines(list, mixedList(size, 7))
    return { go: () => runProgram(program, folder, ['import', list, '--db', `sqlite:${file}`]) }
  }
}
