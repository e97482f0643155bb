import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sample } from '../frame/subject.ts'
import { type Run, runProcess } from '../program/run-process.ts'

/** Tables that hold most of a store. */
const TABLES = ['indicators', 'sources', 'industries']

const sqlite = (shell: string, folder: string, args: readonly string[], input: string): Promise<Run> =>
  runProcess({ file: shell, args: ['-batch', '-bail', ...args], cwd: folder, input })

/**
 * The shell imports an empty field as an empty text and never as NULL, so tables take any type, and partial indexes hold
 * the rows with an empty text: the same rows in the same indexes, to the byte.
 */
const looser = (schema: string): string => schema.replaceAll(/STRICT,? ?/g, '').replaceAll(/IS NULL/g, "= ''")

/** Rows that wait to be imported. */
export interface ExportedRows {
  import(): Promise<Sample>
}

/** Writes the rows of a store as files that the shell imports into the same tables with the same indexes. */
export const exportRows = async (
  shell: string,
  store: string,
  folder: string,
  values: number
): Promise<ExportedRows> => {
  const names = TABLES.map((table) => `'${table}'`).join(', ')
  const query = `SELECT sql || ';' FROM sqlite_schema WHERE tbl_name IN (${names}) AND sql NOT NULL ORDER BY rowid;`
  const { output: schema } = await sqlite(shell, folder, ['-readonly', store], query)
  const files = TABLES.map((table) => `.once ${table}.csv\nSELECT * FROM ${table};\n`).join('')
  await sqlite(shell, folder, ['-readonly', '-csv', store], files)
  const target = join(folder, 'imported.db')
  const script = [
    'PRAGMA journal_mode = wal;',
    'PRAGMA cache_size = -65536;',
    looser(schema),
    ...TABLES.map((table) => `.import --csv ${table}.csv ${table}`)
  ].join('\n')
  return {
    async import() {
      await Promise.all(['', '-wal', '-shm'].map((end) => rm(`${target}${end}`, { force: true })))
      const { seconds, processorSeconds, peakMB } = await sqlite(shell, folder, [target], `${script}\n`)
      return { value: values / seconds, microseconds: (processorSeconds * 1e6) / values, peakMB }
    }
  }
}
