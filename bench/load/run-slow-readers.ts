import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../program/program.ts'
import { startProcess } from '../program/started.ts'
import type { SlowPlan, SlowResult } from './slow-plan.ts'

/** Lets readers take their time while something else is done. The plan lies in a file: command lines are short. */
export const readersDuring = async <Done>(
  plan: SlowPlan,
  file: string,
  work: () => Promise<Done>
): Promise<{ readonly readers: SlowResult; readonly done: Done }> => {
  await writeFile(file, JSON.stringify(plan))
  const program = fileURLToPath(new URL('../slow-reading.ts', import.meta.url))
  const started = await startProcess(
    { file: process.execPath, args: ['--import', 'tsx', program, file], cwd: ROOT },
    /reading/
  )
  const done = await work().finally(() => started.tell('stop\n'))
  const output = await started.output()
  return { readers: JSON.parse(output.trim().split('\n').at(-1) ?? '') as SlowResult, done }
}
