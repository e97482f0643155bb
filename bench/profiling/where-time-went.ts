import type { CpuProfile, ProfileNode } from './cpu-profile.ts'
import { placeOf } from './place-of.ts'

/** A share of the time in which a thread was at work. */
export interface TimeShare {
  /** A room, a package or a part of Node. */
  readonly place: string
  /** One of its functions; all of them where there is none. */
  readonly name?: string
  readonly share: number
}

/** Where the time went, most of it first. */
export interface TimeTable {
  readonly places: readonly TimeShare[]
  readonly functions: readonly TimeShare[]
}

const MOST_PLACES = 12
const MOST_FUNCTIONS = 12
/** Until half of its work is done, a thread loads and compiles. */
const SKIPPED_SHARE = 0.5
/** Beside whatever worked longest, what worked less than such a share of that only helped. */
const LEAST_SHARE = 0.2

const NO_WORK = new Set(['(idle)', '(root)'])

/** Time by node, in microseconds. */
type Times = Map<ProfileNode, number>

interface Worked {
  readonly parents: ReadonlyMap<number, ProfileNode>
  readonly samples: readonly (readonly [node: ProfileNode, microseconds: number])[]
  readonly microseconds: number
}

const workIn = ({ nodes, samples, timeDeltas }: CpuProfile): Worked => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)))
  const worked = samples.flatMap((id, index) => {
    const node = byId.get(id)
    const isWork = node !== undefined && !NO_WORK.has(node.callFrame.functionName)
    return isWork ? [[node, timeDeltas[index] ?? 0] as const] : []
  })
  return { parents, samples: worked, microseconds: worked.reduce((sum, [, time]) => sum + time, 0) }
}

const warmTimes = ({ samples, microseconds }: Worked): Times => {
  const times: Times = new Map()
  let passed = 0
  for (const [node, time] of samples) {
    passed += time
    if (passed > microseconds * SKIPPED_SHARE) times.set(node, (times.get(node) ?? 0) + time)
  }
  return times
}

/** Where what was called belongs to: what is not written in JavaScript to whoever called it. */
const placeAmong = (parents: Worked['parents'], node: ProfileNode): string => {
  let caller: ProfileNode | undefined = node
  while (caller !== undefined) {
    const place = placeOf(caller.callFrame)
    if (place !== undefined) return place
    caller = parents.get(caller.id)
  }
  return 'Node itself'
}

const add = (sums: Map<string, number>, key: string, time: number): void =>
  void sums.set(key, (sums.get(key) ?? 0) + time)

const greatest = (sums: ReadonlyMap<string, number>, count: number): readonly (readonly [string, number])[] =>
  [...sums].toSorted(([, a], [, b]) => b - a).slice(0, count)

/** Where the time of the main threads went, once they were warm. */
export const whereTimeWent = (profiles: readonly CpuProfile[]): TimeTable => {
  const all = profiles.map(workIn)
  const longest = Math.max(0, ...all.map(({ microseconds }) => microseconds))
  const places = new Map<string, number>()
  const functions = new Map<string, number>()
  let sum = 0
  for (const worked of all.filter(({ microseconds }) => microseconds >= longest * LEAST_SHARE)) {
    for (const [node, time] of warmTimes(worked)) {
      const place = placeAmong(worked.parents, node)
      sum += time
      add(places, place, time)
      add(functions, JSON.stringify([place, node.callFrame.functionName]), time)
    }
  }
  return {
    places: greatest(places, MOST_PLACES).map(([place, time]) => ({ place, share: time / sum })),
    functions: greatest(functions, MOST_FUNCTIONS).map(([key, time]) => {
      const [place, name] = JSON.parse(key) as [string, string]
      return { place, name: name === '' ? '(without a name)' : name, share: time / sum }
    })
  }
}
