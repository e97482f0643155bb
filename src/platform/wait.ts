import { setTimeout } from 'node:timers/promises'

/** Lets so many seconds pass. */
export type Wait = (seconds: number) => Promise<void>

/** By the machine's clock. */
export const systemWait: Wait = async (seconds) => setTimeout(seconds * 1_000)
