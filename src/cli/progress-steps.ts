import type { World } from '../app/world.ts'
import { formatCount } from './text-table.ts'

/** The way of an import, shown on a terminal. */
export interface Steps {
  readonly show: (read: number, settled: number) => void
  readonly done: () => void
}

/** Shows how many values were read and settled so far. */
export const showSteps = (world: World, label: string): Steps => {
  const progress = world.progress(label)
  return {
    show: (read, settled) => {
      const stored = settled === 0 ? '' : `, ${formatCount(settled)} settled`
      progress.step(`${formatCount(read)} values read${stored}`)
    },
    done: () => progress.done()
  }
}
