import { greatest, pageSize } from '../frame/bench.ts'
import { type Contestant, inTurn } from '../frame/in-turn.ts'
import { servingsOf } from '../frame/serving.ts'
import type { Subject } from '../frame/subject.ts'
import { againstPeer } from '../frame/verdicts.ts'
import { ask } from '../load/ask.ts'
import { bytesSample } from '../load/load-sample.ts'
import { type GeneratorShares, generatorNotes, loaded, type Target } from '../load/loaded.ts'
import { type BareServer, serveAnswer } from '../peers/bare-server.ts'
import { installed, missing } from '../peers/installed.ts'
import { serveWithNginx } from '../peers/nginx.ts'

const PEER = 'node:http'
const CONNECTIONS = 4

/** The same rules over HTTP, again and again. */
export const exportAgain: Subject = {
  name: 'export-again',
  title: 'Export, again',
  measures:
    'The same request for 10,000 rules, unchanged, over four connections, against a bare `node:http` server that sends one Buffer of the same size with the same headers.',
  goal: '≥ 0.8 × node:http',
  profileRounds: 2,
  async run(bench) {
    const size = greatest(bench)
    const path = `/api/v1/iocs/sigma?limit=${pageSize(size, bench.rounds)}`
    const trial = { trial: 'one page again and again', unit: 'MB/s', better: 'more' } as const
    const servings = await servingsOf(bench, [size])
    const [first] = servings
    if (first === undefined) return { figures: [], verdicts: [], notes: [] }
    const answer = await ask(first.server.origin, path, first.server.headers)
    const nginx = installed('nginx')
    const peers: (BareServer & { readonly by: string })[] = []
    try {
      if (bench.withPeers) {
        peers.push({ by: PEER, ...(await serveAnswer('node:http', answer, bench.folder)) })
        if (nginx !== undefined) peers.push({ by: 'nginx', ...(await serveWithNginx(nginx, answer, bench.folder)) })
      }
      const shares: GeneratorShares = new Map()
      const targets: readonly Target[] = [
        ...peers.map((peer) => ({
          ...peer,
          isPeer: true,
          lane: { connections: CONNECTIONS, target: '/', headers: {} }
        })),
        ...servings.map(({ program, server }) => ({
          ...server,
          by: program.name,
          isPeer: false,
          lane: { connections: CONNECTIONS, target: path, headers: server.headers }
        }))
      ]
      const contestants: readonly Contestant[] = targets.map((target) =>
        loaded(target, trial, bench.seconds, shares, bytesSample)
      )
      const figures = await inTurn(bench, contestants)
      return {
        figures,
        verdicts: [
          ...againstPeer(figures, PEER, { bound: 'at least', value: 0.8, unit: '×' }),
          ...againstPeer(figures, 'nginx', undefined)
        ],
        notes: [...generatorNotes(shares), ...(nginx === undefined ? [missing('nginx')] : [])]
      }
    } finally {
      await Promise.all(peers.map((peer) => peer.stop()))
    }
  }
}
