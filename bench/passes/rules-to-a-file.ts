import type { Pass } from './pass.ts'
import { runOverStore } from './run-over-store.ts'

/** Every rule in one file. */
export const rulesToAFile: Pass = {
  name: 'rules to a file',
  mostMB: 300,
  peakMB: (place) => runOverStore(place, ['rules'], 'rules.yml')
}
