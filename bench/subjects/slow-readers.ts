import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bench, greatest } from '../frame/bench.ts'
import { figureOf, type RoundsOf, takeRounds } from '../frame/rounds.ts'
import type { Figure, Findings, Subject, Verdict } from '../frame/subject.ts'
import { asSuch } from '../frame/verdicts.ts'
import { ask } from '../load/ask.ts'
import type { LaneResult } from '../load/load-plan.ts'
import { READER_SETTINGS, type ReaderSetting } from '../load/reader-settings.ts'
import { runLoad } from '../load/run-load.ts'
import { readersDuring } from '../load/run-slow-readers.ts'
import type { SlowRequest, SlowResult } from '../load/slow-plan.ts'
import { processCost } from '../program/process-cost.ts'
import type { Program } from '../program/program.ts'
import { makeKey, type Server, serveStore } from '../program/server.ts'
import { untilIdle } from '../program/until-idle.ts'

const PATH = '/api/v1/iocs/sigma'
const READERS = 200
const BYTES_PER_SECOND = 8_192
const POLLING = 16
/** Of one account, so that its limit holds for all of them together. */
const READERS_KEYS = 5

/** What 200 readers came to. */
interface Round {
  readonly readers: SlowResult
  readonly polls: LaneResult
  readonly peakMB: number
}

/** All ask for one rule less than was asked for before, or each for one less than the other. */
const requestsOf = (limit: number, keys: readonly string[], isShared: boolean): readonly SlowRequest[] =>
  Array.from({ length: READERS }, (_, reader) => ({
    target: `${PATH}?limit=${Math.max(1, limit - 1 - (isShared ? 0 : reader))}`,
    headers: { 'x-api-key': keys[reader % keys.length] ?? '' }
  }))

const poll = async ({ origin, headers, pid }: Server, seconds: number): Promise<LaneResult> => {
  const latest = await ask(origin, `${PATH}?limit=1`, headers)
  const since = String(latest.headers['x-next-since'])
  const lane = { name: 'polls', connections: POLLING, target: `${PATH}?since={since}`, since, headers }
  const { lanes } = await runLoad({ origin, watch: pid, seconds, lanes: [lane] })
  const [polls] = lanes
  if (polls === undefined) throw new Error('the load generator saw no polls')
  return polls
}

const read = async (bench: Bench, program: Program, { variables, isShared }: ReaderSetting): Promise<Round> => {
  const { folder, stores, seconds } = bench
  const store = await stores.copy(program, greatest(bench))
  const keys = await Promise.all(Array.from({ length: READERS_KEYS }, () => makeKey(program, store, 'slow')))
  const limit = Math.min(10_000, greatest(bench))
  const server = await serveStore(program, store, variables)
  try {
    const { origin, headers, pid } = server
    await untilIdle(pid)
    const reference = join(folder, 'slow-reference.yml')
    await writeFile(reference, (await ask(origin, `${PATH}?limit=${limit}`, headers)).body)
    const plan = { origin, requests: requestsOf(limit, keys, isShared), reference, bytesPerSecond: BYTES_PER_SECOND }
    const { readers, done } = await readersDuring(plan, join(folder, 'slow-plan.json'), () => poll(server, seconds))
    return { readers, polls: done, peakMB: (await processCost(pid))?.peakMB ?? Number.NaN }
  } finally {
    await server.stop()
  }
}

const findingsOf = (rounds: RoundsOf<Round>, { name, mostMB }: ReaderSetting): Findings => {
  const figure = (trial: string, unit: string, value: (round: Round) => number): readonly Figure[] =>
    figureOf(rounds, { trial: `${trial}, ${name}`, unit, better: 'less' }, value)
  const memory = figure('memory', 'MB', ({ peakMB }) => peakMB)
  const polls = figure('poll, p99', 'ms', ({ polls: { p99 } }) => p99)
  const faults = figure('faults', 'answers', ({ readers, polls: { errors } }) => readers.faults.length + errors)
  const verdicts: readonly Verdict[] = [
    ...asSuch(memory, { bound: 'at most', value: mostMB, unit: 'MB' }, 'worst'),
    ...asSuch(polls, { bound: 'at most', value: 100, unit: 'ms' }),
    ...asSuch(faults, { bound: 'at most', value: 0, unit: 'answers' }, 'worst')
  ]
  const all = [...rounds.values()].flat()
  const notes = all
    .slice(0, 1)
    .map(
      ({ readers: { whole, refused } }) =>
        `${name}: ${whole} of ${READERS} readers were served, ${refused} refused with 429 and told when to come again.`
    )
  const faultNotes = all.flatMap(({ readers }) => readers.faults.slice(0, 1)).slice(0, 3)
  return { figures: [...memory, ...polls, ...faults], verdicts, notes: [...notes, ...faultNotes] }
}

/** Readers who take their time, all at once. */
export const slowReaders: Subject = {
  name: 'slow-readers',
  title: 'Slow readers',
  measures: `${READERS} readers at once, each of which takes an export of up to 10,000 rules at 8 KiB a second until the polls beside them were measured, and the rest at once; every byte is compared. No two ask for the same, or all do. Sixteen connections of another account poll meanwhile.`,
  goal: 'no answer but whole ones and refusals; 99 of 100 polls < 100 ms; < 500 MB, or 1,100 MB where every reader is given a place for an export of its own',
  profileRounds: 0,
  async run(bench) {
    const found: Findings[] = []
    for (const setting of READER_SETTINGS) {
      const rounds = await takeRounds(bench, (program) => read(bench, program, setting))
      found.push(findingsOf(rounds, setting))
    }
    return {
      figures: found.flatMap(({ figures }) => figures),
      verdicts: found.flatMap(({ verdicts }) => verdicts),
      notes: found.flatMap(({ notes }) => notes)
    }
  }
}
