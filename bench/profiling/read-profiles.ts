import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CpuProfile } from './cpu-profile.ts'

/** Of a main thread: `CPU.<day>.<time>.<process>.0.<number>.cpuprofile`. */
const OF_MAIN_THREAD = /^CPU\.\d+\.\d+\.\d+\.0\.\d+\.cpuprofile$/

/** What the main threads of all processes left in a folder. */
export const readProfiles = async (folder: string): Promise<readonly CpuProfile[]> => {
  const names = (await readdir(folder)).filter((name) => OF_MAIN_THREAD.test(name))
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as CpuProfile))
}
