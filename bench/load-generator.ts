import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { LoadPlan, LoadResult } from './load/load-plan.ts'
import { openLane } from './load/open-lane.ts'
import { processCost } from './program/process-cost.ts'

/**
 * Asks a server over many connections, as its argument says (a {@link LoadPlan} as JSON), and prints what it saw (a
 * {@link LoadResult}). A process of its own, so that it takes no processor from what it measures but that of the machine.
 */
/** So long what is under way at the end is waited for, in milliseconds. */
const LAST_ANSWERS_MS = 10_000
const LOOK_MS = 5

const { origin, lanes, warmUpSeconds, seconds, watch } = JSON.parse(process.argv[2] ?? '') as LoadPlan

const watched = async (): Promise<number> => (await processCost(watch))?.processorSeconds ?? Number.NaN

const ownSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const open = lanes.map((lane) => openLane(lane, origin))
await wait(warmUpSeconds * 1_000)
const watchedBefore = await watched()
const ownBefore = ownSeconds()
const began = performance.now()
for (const lane of open) lane.reset()
console.log('measuring')
await (seconds === undefined ? once(process.stdin, 'data') : wait(seconds * 1_000))
for (const lane of open) lane.stopAsking()
const ended = performance.now()
const took = (ended - began) / 1_000
const watchedSeconds = (await watched()) - watchedBefore
const ownShare = (ownSeconds() - ownBefore) / took
while (open.some(({ underWay }) => underWay > 0) && performance.now() - ended < LAST_ANSWERS_MS) await wait(LOOK_MS)
const result: LoadResult = {
  seconds: took,
  bytes: open.reduce((sum, { bytes }) => sum + bytes, 0),
  lanes: open.map((lane) => lane.result()),
  watchedSeconds,
  ownShare
}
for (const lane of open) lane.close()
console.log(JSON.stringify(result))
process.exit()
