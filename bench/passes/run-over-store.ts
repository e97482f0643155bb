import { join } from 'node:path'
import { runProgram } from '../program/program.ts'
import type { PassPlace } from './pass.ts'

/** Runs a command over a store, which writes into the folder of the pass. */
export const runOverStore = async (
  { program, store, folder }: PassPlace,
  args: readonly string[],
  out: string
): Promise<number> => {
  const where = ['-o', join(folder, out), '--db', `sqlite:${store.file}`]
  return (await runProgram(program, store.folder, [...args, ...where])).peakMB
}
