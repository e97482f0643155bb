import { fileURLToPath } from 'node:url'
import { figuresIn } from '../frame/figures-in.ts'
import { ROOT } from '../program/program.ts'
import { runProcess } from '../program/run-process.ts'
import { startProcess } from '../program/started.ts'
import type { LoadPlan, LoadResult } from './load-plan.ts'

const command = (plan: LoadPlan) => ({
  file: process.execPath,
  args: ['--import', 'tsx', fileURLToPath(new URL('../load-generator.ts', import.meta.url)), JSON.stringify(plan)],
  cwd: ROOT
})

const resultIn = (output: string): LoadResult => figuresIn(output.trim().split('\n').at(-1) ?? '') as LoadResult

/** Of a load that comes round by round, whose first round is forgotten. */
const WARM_UP_SHARE = 0.2
const LONGEST_WARM_UP = 0.5

/** What is measured for a while. */
export type TimedPlan = Omit<LoadPlan, 'warmUpSeconds'> & { readonly seconds: number }

/** Puts a server under load for a while. */
export const runLoad = async (plan: TimedPlan): Promise<LoadResult> => {
  const warmUpSeconds = Math.min(LONGEST_WARM_UP, plan.seconds * WARM_UP_SHARE)
  return resultIn((await runProcess(command({ ...plan, warmUpSeconds }))).output)
}

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
