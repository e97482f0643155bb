import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { figuresIn } from '../frame/figures-in.ts'
import type { Report } from './report.ts'

/** The last report that was written into a folder; `undefined` where there is none. */
export const readReport = async (folder: string): Promise<Report | undefined> => {
  const text = await readFile(join(folder, 'latest.json'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (figuresIn(text) as Report)
}
