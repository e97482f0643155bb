import type { AppParts } from './app-parts.ts'

/** A server that is told to stop, before it closes. */
export interface Draining {
  /** Aborted once the server is not ready any more. It still serves. */
  readonly signal: AbortSignal
  /** Has `/readyz` refuse for so many seconds, in which a balancer takes the server out; resolves when they are over. */
  readonly drain: (seconds: number) => Promise<void>
}

/** What tells balancers that a server stops. */
export const createDraining = ({ pause }: Pick<AppParts, 'pause'>): Draining => {
  const draining = new AbortController()
  return {
    signal: draining.signal,
    async drain(seconds) {
      draining.abort()
      if (seconds > 0) await pause(seconds * 1_000, new AbortController().signal)
    }
  }
}
