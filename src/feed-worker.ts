import { parentPort, workerData } from 'node:worker_threads'
import { keepFeeds } from './app/feeds/keep-feeds.ts'
import { guardOf } from './app/guard/load-guard.ts'
import { createWorld } from './main.ts'
import { pause } from './platform/pause.ts'
import type { FeedWorkerData } from './start-server.ts'

/** Keeps the feeds of a store alive with a connection of its own, so that the server's thread is free to answer. */
const work = async ({ settings }: FeedWorkerData): Promise<void> => {
  const world = createWorld()
  const stopping = new AbortController()
  parentPort?.once('message', () => stopping.abort())
  const store = await world.openStore(settings, { create: false })
  try {
    const { clock, crypto, environment } = world
    const fetch = world.fetcher(settings)
    const { signal } = stopping
    const parts = {
      store,
      settings,
      clock,
      crypto,
      environment,
      fetch,
      guard: guardOf(store, settings, clock),
      log: world.log(settings)
    }
    await keepFeeds({ ...parts, pause, signal })
  } finally {
    await store.close()
  }
}

await work(workerData as FeedWorkerData)
