import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { greatest, pageSize } from '../frame/bench.ts'
import { evenly } from '../frame/evenly.ts'
import { type Contestant, inTurn } from '../frame/in-turn.ts'
import type { Sample, Subject } from '../frame/subject.ts'
import { type Serving, servingsOf } from '../frame/serving.ts'
import { againstPeer } from '../frame/verdicts.ts'
import { type Asked, ask, nextTarget } from '../load/ask.ts'
import { dumpWithJsYaml } from '../peers/js-yaml.ts'
import { processCost } from '../program/process-cost.ts'

const PEER = 'js-yaml'

/** Pages of a round, which lie all over the store: the newest rules are of one kind, and kinds differ in length. */
const PLACES = 10

const DOCUMENTS = '\n---\n'

/** Where pages begin that lie evenly over a store. To find them, all of it is walked, which warms the server up, too. */
const placesIn = async ({ server }: Serving, limit: number): Promise<readonly string[]> => {
  const targets: string[] = []
  let target: string | undefined = `/api/v1/iocs/sigma?limit=${limit}`
  while (target !== undefined) {
    const asked = await ask(server.origin, target, server.headers)
    if (Number(asked.headers['x-rule-count']) === limit) targets.push(target)
    target = nextTarget(asked)
  }
  return evenly(targets, PLACES)
}

/** The same place with a limit that was never asked for there, so that nothing is kept of the answer. */
const anew = (target: string, limit: number): string => target.replace(/limit=\d+/, `limit=${limit}`)

const processorOf = async ({ server }: Serving): Promise<number> =>
  (await processCost(server.pid))?.processorSeconds ?? Number.NaN

/** Asks for a page at each place in a round. */
const ours = (
  serving: Serving,
  places: readonly string[],
  limit: number,
  keep: (pages: readonly Asked[]) => void
): (() => Promise<Sample>) => {
  let left = limit
  return async () => {
    left -= 1
    const before = await processorOf(serving)
    const pages: Asked[] = []
    for (const place of places) pages.push(await ask(serving.server.origin, anew(place, left), serving.server.headers))
    const spent = (await processorOf(serving)) - before
    keep(pages)
    const rules = pages.reduce((sum, { headers }) => sum + Number(headers['x-rule-count']), 0)
    const milliseconds = pages.reduce((sum, page) => sum + page.milliseconds, 0)
    return { value: (rules * 1_000) / milliseconds, microseconds: (spent * 1e6) / rules }
  }
}

/** One rule of so many, of all kinds that the pages hold. */
const sampleOf = (pages: readonly Asked[]): string =>
  pages
    .flatMap(({ body }) => body.toString().split(DOCUMENTS))
    .filter((_, index) => index % pages.length === 0)
    .join(DOCUMENTS)

/** Rules over HTTP that nobody asked for before. */
export const exportFirst: Subject = {
  name: 'export-first',
  title: 'Export, first time',
  measures:
    'Ten requests, one after the other, for 10,000 rules each over HTTP, from places all over the store and never asked for before, against a tenth of the same rules through the `dump` of js-yaml, which reads no store and sends nothing.',
  goal: '≥ 20 × js-yaml',
  profileRounds: 20,
  async run(bench) {
    const size = greatest(bench)
    const limit = pageSize(size, PLACES)
    const trial = { trial: `${limit.toLocaleString('en')} rules`, unit: 'rules/s', better: 'more' } as const
    const file = join(bench.folder, 'page.yml')
    let last: readonly Asked[] = []
    const contestants: Contestant[] = []
    for (const serving of await servingsOf(bench, [size])) {
      const take = ours(serving, await placesIn(serving, limit), limit, (pages) => (last = pages))
      contestants.push({ ...trial, by: serving.program.name, isPeer: false, take })
    }
    const peer = async (): Promise<Sample> => {
      await writeFile(file, sampleOf(last))
      return dumpWithJsYaml(file)
    }
    const figures = await inTurn(bench, [...contestants, { ...trial, by: PEER, isPeer: true, take: peer }])
    return { figures, verdicts: againstPeer(figures, PEER, { bound: 'at least', value: 20, unit: '×' }), notes: [] }
  }
}
