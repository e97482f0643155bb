import { readFile } from 'node:fs/promises'

/** Linux counts the processor time of a process in hundredths of a second. */
const TICKS_PER_SECOND = 100
/** Linux counts memory in 1,024 bytes. */
const MB = 1_024 / 1e6

/** What a process used so far. */
export interface ProcessCost {
  readonly processorSeconds: number
  /** Greatest resident set in MB, millions of bytes (`VmHWM`). */
  readonly peakMB: number
}

const read = (pid: number, file: string): Promise<string> => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')

/** What Linux says of a process; `undefined` of one that is over. */
export const processCost = async (pid: number): Promise<ProcessCost | undefined> => {
  const [status, stat] = await Promise.all([read(pid, 'status'), read(pid, 'stat')])
  const peak = /^VmHWM:\s+(\d+)/m.exec(status)?.[1]
  if (peak === undefined) return undefined
  // The name of the program, in brackets, may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    processorSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
    peakMB: Number(peak) * MB
  }
}
