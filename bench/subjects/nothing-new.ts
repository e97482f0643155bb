import { greatest } from '../frame/bench.ts'
import type { Bench } from '../frame/bench.ts'
import { inTurn } from '../frame/in-turn.ts'
import { type Serving, servingsOf } from '../frame/serving.ts'
import type { Findings, Subject } from '../frame/subject.ts'
import { againstPeer } from '../frame/verdicts.ts'
import { ask } from '../load/ask.ts'
import { answersSample } from '../load/load-sample.ts'
import { type GeneratorShares, generatorNotes, loaded } from '../load/loaded.ts'
import { serveAnswer } from '../peers/bare-server.ts'

const PEER = 'Fastify'
const CONNECTIONS = 16
const PATH = '/api/v1/iocs/sigma'

/** What a poller sends that finds nothing new. */
interface Poll {
  readonly trial: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
}

const polls = async ({ server: { origin, headers } }: Serving): Promise<readonly Poll[]> => {
  const seen = await ask(origin, `${PATH}?limit=10`, headers)
  const latest = await ask(origin, `${PATH}?limit=1`, headers)
  const tag = String(seen.headers['etag'])
  const since = encodeURIComponent(String(latest.headers['x-next-since']))
  return [
    { trial: 'If-None-Match', target: `${PATH}?limit=10`, headers: { ...headers, 'if-none-match': tag } },
    { trial: 'empty since', target: `${PATH}?since=${since}`, headers }
  ]
}

const measure = async (bench: Bench, servings: readonly Serving[], index: number): Promise<Findings> => {
  const targets = await Promise.all(servings.map(async (serving) => ({ serving, poll: (await polls(serving))[index] })))
  const [first] = targets
  if (first?.poll === undefined) return { figures: [], verdicts: [], notes: [] }
  const { trial: name } = first.poll
  const trial = { trial: name, unit: 'requests/s', better: 'more' } as const
  const answer = await ask(first.serving.server.origin, first.poll.target, first.poll.headers)
  const peer = await serveAnswer('fastify', answer, bench.folder)
  const shares: GeneratorShares = new Map()
  try {
    const lane = { connections: CONNECTIONS }
    const figures = await inTurn(bench, [
      loaded(
        { ...peer, by: PEER, isPeer: true, lane: { ...lane, target: '/', headers: first.poll.headers } },
        trial,
        bench.seconds,
        shares,
        answersSample
      ),
      ...targets.flatMap(({ serving: { program, server }, poll }) =>
        poll === undefined
          ? []
          : [
              loaded(
                { ...server, by: program.name, isPeer: false, lane: { ...lane, ...poll } },
                trial,
                bench.seconds,
                shares,
                answersSample
              )
            ]
      )
    ])
    const goal = { bound: 'at least', value: 0.6, unit: '×' } as const
    return { figures, verdicts: againstPeer(figures, PEER, goal), notes: generatorNotes(shares) }
  } finally {
    await peer.stop()
  }
}

/** Polls that bring nothing. */
export const nothingNew: Subject = {
  name: 'nothing-new',
  title: 'Nothing new',
  measures:
    'Polls over 16 connections that find nothing new, by `If-None-Match` and by `since`, against a bare Fastify route that gives the same answer with the same headers.',
  goal: '≥ 0.6 × Fastify',
  profileRounds: 2,
  async run(bench) {
    const servings = await servingsOf(bench, [greatest(bench)])
    const unmodified = await measure(bench, servings, 0)
    const empty = await measure(bench, servings, 1)
    return {
      figures: [...unmodified.figures, ...empty.figures],
      verdicts: [...unmodified.verdicts, ...empty.verdicts],
      notes: [...unmodified.notes, ...empty.notes]
    }
  }
}
