import { type Contestant, inTurn } from '../frame/in-turn.ts'
import { type Serving, servingsOf } from '../frame/serving.ts'
import type { Figure, Subject, Verdict } from '../frame/subject.ts'
import { ask } from '../load/ask.ts'

const PATH = '/api/v1/iocs/sigma'

/** Times that one sample asks. The quickest counts: what disturbs a machine makes nothing quicker than it is. */
const EXPORTS_A_SAMPLE = 5
const POLLS_A_SAMPLE = 25

/** Fewer than are in the report that all stores have in common, so that all of them are asked for the same rules. */
const MOST_RULES = 2_000

/** How a request narrows what it asks for. */
interface Filter {
  readonly name: string
  readonly query: string
  /** Whether it is to stay flat; the others are stated only. */
  readonly isFlat: boolean
}

const FILTERS: readonly Filter[] = [
  { name: 'all', query: '', isFlat: true },
  { name: 'one type', query: '&type=ipv4', isFlat: true },
  { name: 'one confidence', query: '&confidence=high', isFlat: true },
  { name: 'type and confidence', query: '&type=ipv4&confidence=high', isFlat: true },
  { name: 'one industry', query: '&industry=energy', isFlat: true },
  { name: 'two types', query: '&type=ipv4,domain', isFlat: false },
  { name: 'two confidences', query: '&confidence=high,medium', isFlat: false },
  { name: 'two industries', query: '&industry=energy,healthcare', isFlat: false },
  { name: 'confidence and industry', query: '&confidence=low&industry=energy', isFlat: false },
  { name: 'type and industry', query: '&type=url&industry=energy', isFlat: false },
  { name: 'a rare type and industry', query: '&type=cve&industry=energy', isFlat: false },
  { name: 'a rare industry', query: '&industry=dams', isFlat: false }
]

/** The shortest time of so many requests, of which each is another one for the server. */
const shortestTime = async (
  { server: { origin, headers } }: Serving,
  times: number,
  target: () => string
): Promise<number> => {
  const taken: number[] = []
  for (let time = 0; time < times; time++) taken.push((await ask(origin, target(), headers)).milliseconds)
  return Math.min(...taken)
}

const MILLISECONDS = { unit: 'ms', better: 'less' } as const

/** So many rules as every store has, so that the same is asked of all of them. */
const pageOf = async ({ server }: Serving, { query }: Filter, most: number, least: number): Promise<number> => {
  const { headers } = await ask(server.origin, `${PATH}?limit=${most}${query}`, server.headers)
  return Math.max(least, Number(headers['x-rule-count']))
}

/** Exports of pages whose size is never quite the same, so that no page was asked for before. */
const exportTimes = (serving: Serving, { name, query }: Filter, limit: number): Contestant => {
  let asked = 0
  return {
    ...MILLISECONDS,
    trial: `export, ${name}`,
    size: serving.size,
    by: serving.program.name,
    isPeer: false,
    take: async () => ({
      value: await shortestTime(serving, EXPORTS_A_SAMPLE, () => `${PATH}?limit=${limit - asked++}${query}`)
    })
  }
}

/** Polls that find nothing, each with a limit of its own, so that none was answered before. */
const pollTimes = async (serving: Serving, { name, query }: Filter): Promise<Contestant> => {
  const { server, size, program } = serving
  const { headers } = await ask(server.origin, `${PATH}?limit=1${query}`, server.headers)
  const since = encodeURIComponent(String(headers['x-next-since']))
  let asked = 0
  return {
    ...MILLISECONDS,
    trial: `poll, ${name}`,
    size,
    by: program.name,
    isPeer: false,
    take: async () => ({
      value: await shortestTime(serving, POLLS_A_SAMPLE, () => `${PATH}?since=${since}&limit=${++asked}${query}`)
    })
  }
}

/** The time over the greatest store against that over the smallest. */
const growthOf = (figures: readonly Figure[], smallest: number, largest: number): readonly Verdict[] =>
  figures
    .filter(({ size }) => size === largest)
    .flatMap(({ trial, by, samples }) => {
      const small = figures.find((figure) => figure.trial === trial && figure.by === by && figure.size === smallest)
      if (small === undefined) return []
      const isFlat = FILTERS.some((filter) => filter.isFlat && trial.endsWith(`, ${filter.name}`))
      return [
        {
          trial,
          what: by,
          values: samples.map(({ value }, round) => value / (small.samples[round]?.value ?? Number.NaN)),
          judgedBy: 'median' as const,
          goal: isFlat ? ({ bound: 'at most', value: 1.3, unit: '×' } as const) : undefined
        }
      ]
    })

/** How exports and polls grow with the store. */
export const growth: Subject = {
  name: 'growth',
  title: 'Growth',
  measures:
    'The shortest time of an export of a page, and of a poll that finds nothing, over stores of different sizes and with different filters, against the same over the smallest store.',
  goal: '≤ 1.3 × from the smallest store to the largest, for all, one type, one confidence, both, one industry',
  profileRounds: 2,
  async run(bench) {
    const smallest = Math.min(...bench.sizes)
    const least = (bench.rounds + 1) * EXPORTS_A_SAMPLE + 1
    const most = Math.min(MOST_RULES, Math.max(least, Math.floor(smallest / 50)))
    const servings = await servingsOf(bench, bench.sizes)
    const contestants: Contestant[] = []
    const smallestOnes = servings.filter(({ size }) => size === smallest)
    for (const filter of FILTERS) {
      const pages = await Promise.all(smallestOnes.map((serving) => pageOf(serving, filter, most, least)))
      for (const serving of servings) contestants.push(exportTimes(serving, filter, Math.min(...pages)))
      for (const serving of servings) contestants.push(await pollTimes(serving, filter))
    }
    const figures = await inTurn(bench, contestants)
    return {
      figures,
      verdicts: growthOf(figures, smallest, Math.max(...bench.sizes)),
      notes: [
        `A page has about ${most.toLocaleString('en')} rules, or as many as the smallest store has for a filter, but at least ${least}.`
      ]
    }
  }
}
