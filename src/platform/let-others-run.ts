import { setImmediate } from 'node:timers/promises'

/** Gives way to requests and timers that wait: for long work that never waits for anything itself. */
export const letOthersRun = async (): Promise<void> => setImmediate()
