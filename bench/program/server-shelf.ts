import type { Program } from './program.ts'
import { type Server, serveStore } from './server.ts'
import type { ShelvedStore, StoreShelf } from './store-shelf.ts'
import { untilIdle } from './until-idle.ts'

/** Keeps one server for each program and size, started when it is first wanted, since a start takes longer than a round. */
export interface ServerShelf {
  /** A server over a copy of the store of that size. It is not to be stopped. */
  take(program: Program, size: number): Promise<Server>
  /** Stops all of them. */
  close(): Promise<void>
}

/** A server that is done with what it does for its store at every start, beside which others would be measured, too. */
const servedQuietly = async (program: Program, store: ShelvedStore): Promise<Server> => {
  const server = await serveStore(program, store)
  await untilIdle(server.pid)
  return server
}

/** Starts servers over copies of stores, which stay as they are. */
export const createServerShelf = (stores: StoreShelf): ServerShelf => {
  const started = new Map<Program, Map<number, Promise<Server>>>()
  return {
    take(program, size) {
      const ofProgram = started.get(program) ?? new Map<number, Promise<Server>>()
      started.set(program, ofProgram)
      const server = ofProgram.get(size) ?? stores.copy(program, size).then((store) => servedQuietly(program, store))
      ofProgram.set(size, server)
      return server
    },
    async close() {
      const servers = [...started.values()].flatMap((ofProgram) => [...ofProgram.values()])
      const stopped = await Promise.allSettled(servers)
      for (const server of stopped) if (server.status === 'fulfilled') await server.value.stop()
    }
  }
}
