import type { CallFrame } from './cpu-profile.ts'

const OWN = /\/dist\/(.+)$/
const PACKAGE = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/
const OF_NODE = /^node:(?:internal\/)?_?([^/_]+)/

/** What the profiler says of time that no function took. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['(garbage collector)', 'garbage collection'],
  ['(program)', 'Node itself']
])

/** `app/exports`, also of what lies deeper. */
const roomOf = (path: string): string => {
  const folders = path.split('/').slice(0, -1)
  return folders.length === 0 ? path : folders.slice(0, 2).join('/')
}

/** The room, package or part of Node that a function belongs to; `undefined` of one that stands for its caller. */
export const placeOf = ({ functionName, url }: CallFrame): string | undefined => {
  const mark = MARKS.get(functionName)
  if (mark !== undefined) return mark
  const name = PACKAGE.exec(url)?.[1]
  if (name !== undefined) return name
  const path = OWN.exec(url)?.[1]
  if (path !== undefined) return roomOf(path)
  const part = OF_NODE.exec(url)?.[1]
  return part === undefined ? undefined : `Node: ${part}`
}
