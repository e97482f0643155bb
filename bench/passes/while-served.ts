import { rm } from 'node:fs/promises'
import { processCost } from '../program/process-cost.ts'
import { type Server, serveStore } from '../program/server.ts'
import type { PassPlace } from './pass.ts'

/** Serves a store while something goes over it; gives what the server held at most. */
export const whileServed = async (place: PassPlace, go: (server: Server) => Promise<unknown>): Promise<number> => {
  const store = await place.copy()
  const server = await serveStore(place.program, store)
  try {
    await go(server)
    return (await processCost(server.pid))?.peakMB ?? Number.NaN
  } finally {
    await server.stop()
    await rm(store.folder, { recursive: true })
  }
}
