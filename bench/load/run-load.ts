import { fileURLToPath } from 'node:url'
import { ROOT } from '../program/program.ts'
import { runProcess } from '../program/run-process.ts'
import { startProcess } from '../program/started.ts'
import type { LoadPlan, LoadResult } from './load-plan.ts'

const command = (plan: LoadPlan) => ({
  file: process.execPath,
  args: ['--import', 'tsx', fileURLToPath(new URL('../load-generator.ts', import.meta.url)), JSON.stringify(plan)],
  cwd: ROOT
})

const resultIn = (output: string): LoadResult => JSON.parse(output.trim().split('\n').at(-1) ?? '') as LoadResult

/** Puts a server under load for a while. */
export const runLoad = async (plan: LoadPlan & { readonly seconds: number }): Promise<LoadResult> =>
  resultIn((await runProcess(command(plan))).output)

/** Puts a server under load while something else is done. */
export const loadDuring = async (
  plan: Omit<LoadPlan, 'seconds'>,
  work: () => Promise<unknown>
): Promise<LoadResult> => {
  const started = await startProcess(command(plan), /measuring/)
  try {
    await work()
  } finally {
    started.tell('stop\n')
  }
  return resultIn(await started.output())
}
