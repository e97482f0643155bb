import { ask, nextTarget } from '../load/ask.ts'
import type { Server } from '../program/server.ts'

/** Asks for a page, and for the next one as long as an answer names one and has anything in it. */
export const followPages = async ({ origin, headers }: Server, first: string): Promise<void> => {
  let target: string | undefined = first
  while (target !== undefined) {
    const page = await ask(origin, target, headers)
    target = page.body.length === 0 ? undefined : nextTarget(page)
  }
}
