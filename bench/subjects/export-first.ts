import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { greatest, pageSize } from '../frame/bench.ts'
import { type Contestant, inTurn } from '../frame/in-turn.ts'
import type { Sample, Subject } from '../frame/subject.ts'
import { type Serving, servingsOf } from '../frame/serving.ts'
import { againstPeer } from '../frame/verdicts.ts'
import { type Asked, ask, nextTarget } from '../load/ask.ts'
import { dumpWithJsYaml } from '../peers/js-yaml.ts'
import { processCost } from '../program/process-cost.ts'

const PEER = 'js-yaml'

/** Pages that are asked for before the first round: so many it takes until the server's code is compiled for good. */
const WARM_UP_PAGES = 5

/** Goes on from page to page, so that nothing was ever asked before. */
const pages = ({ server }: Serving, first: string): (() => Promise<Asked>) => {
  let target: string | undefined = first
  return async () => {
    const asked = await ask(server.origin, target ?? first, server.headers)
    target = nextTarget(asked)
    return asked
  }
}

const processorOf = async ({ server }: Serving): Promise<number> =>
  (await processCost(server.pid))?.processorSeconds ?? Number.NaN

const ours =
  (serving: Serving, next: () => Promise<Asked>, keep: (asked: Asked) => void): (() => Promise<Sample>) =>
  async () => {
    const before = await processorOf(serving)
    const asked = await next()
    keep(asked)
    const rules = Number(asked.headers['x-rule-count'])
    const spent = (await processorOf(serving)) - before
    return { value: (rules * 1_000) / asked.milliseconds, microseconds: (spent * 1e6) / rules }
  }

/** Rules over HTTP that nobody asked for before. */
export const exportFirst: Subject = {
  name: 'export-first',
  title: 'Export, first time',
  measures:
    'One request after the other for 10,000 rules over HTTP, each for a page that was never asked for, against the same rules through the `dump` of js-yaml, which reads no store and sends nothing.',
  goal: '≥ 20 × js-yaml',
  profileRounds: 60,
  async run(bench) {
    const size = greatest(bench)
    const warmUps = bench.warmsUp ? WARM_UP_PAGES : 0
    const limit = pageSize(size, warmUps + bench.rounds + 1)
    const trial = { trial: `${limit.toLocaleString('en')} rules`, unit: 'rules/s', better: 'more' } as const
    const servings = await servingsOf(bench, [size])
    const file = join(bench.folder, 'page.yml')
    let page: Asked | undefined
    const walks = servings.map((serving) => ({
      serving,
      next: pages(serving, `/api/v1/iocs/sigma?limit=${limit}`)
    }))
    for (const { next } of walks) for (let asked = 0; asked < warmUps; asked++) await next()
    const contestants: readonly Contestant[] = [
      ...walks.map(({ serving, next }) => ({
        ...trial,
        by: serving.program.name,
        isPeer: false,
        take: ours(serving, next, (asked) => (page = asked))
      })),
      {
        ...trial,
        by: PEER,
        isPeer: true,
        async take() {
          await writeFile(file, page?.body ?? '')
          return dumpWithJsYaml(file)
        }
      }
    ]
    const figures = await inTurn(bench, contestants)
    return { figures, verdicts: againstPeer(figures, PEER, { bound: 'at least', value: 20, unit: '×' }), notes: [] }
  }
}
