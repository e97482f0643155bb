import { fileURLToPath } from 'node:url'
import type { Sample } from '../frame/subject.ts'
import { ROOT } from '../program/program.ts'
import { runProcess } from '../program/run-process.ts'

/** What the program prints. */
interface Dumped {
  readonly rules: number
  readonly seconds: number
  readonly processorSeconds: number
}

/** Rules a second that js-yaml writes, of the rules in a file. */
export const dumpWithJsYaml = async (file: string): Promise<Sample> => {
  const program = fileURLToPath(new URL('../dump-rules.ts', import.meta.url))
  const args = ['--import', 'tsx', program, file]
  const { output } = await runProcess({ file: process.execPath, args, cwd: ROOT })
  const { rules, seconds, processorSeconds } = JSON.parse(output) as Dumped
  return { value: rules / seconds, microseconds: (processorSeconds * 1e6) / rules }
}
