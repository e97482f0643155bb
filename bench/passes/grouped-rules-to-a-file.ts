import type { Pass } from './pass.ts'
import { runOverStore } from './run-over-store.ts'

/** Every grouped rule in one file. */
export const groupedRulesToAFile: Pass = {
  name: 'grouped rules to a file',
  mostMB: 300,
  peakMB: (place) => runOverStore(place, ['rules', '--group', 'auto'], 'grouped.yml')
}
