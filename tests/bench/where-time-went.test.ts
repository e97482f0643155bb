import { expect, test } from 'vitest'
import type { CallFrame, CpuProfile } from '../../bench/profiling/cpu-profile.ts'
import { placeOf } from '../../bench/profiling/place-of.ts'
import { whereTimeWent } from '../../bench/profiling/where-time-went.ts'

const frame = (functionName: string, url = ''): CallFrame => ({ functionName, url, lineNumber: 0 })

const ROOT = 'file:///somewhere/dist'

const profileOf = (samples: readonly number[], timeDeltas = samples.map(() => 100)): CpuProfile => ({
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 5, 6] },
    { id: 2, callFrame: frame('read', `${ROOT}/store/sqlite/row-pages.js`), children: [3] },
    { id: 3, callFrame: frame('step'), children: [4] },
    { id: 4, callFrame: frame('RegExp: ^a') },
    { id: 5, callFrame: frame('(idle)') },
    { id: 6, callFrame: frame('send', `${ROOT}/http/send-answer.js`) }
  ],
  samples,
  timeDeltas
})

test('a function belongs to its room, its package or its part of Node', () => {
  const places = [
    `${ROOT}/http/kept/shared-body.js`,
    `${ROOT}/app/look.js`,
    `${ROOT}/main.js`,
    'file:///somewhere/node_modules/@scope/name/lib/x.js',
    'file:///somewhere/node_modules/fastify/lib/reply.js',
    'node:internal/modules/esm/utils',
    'node:_http_outgoing',
    'node:net'
  ].map((url) => placeOf(frame('any', url)))
  expect(places).toEqual([
    'http/kept',
    'app',
    'main.js',
    '@scope/name',
    'fastify',
    'Node: modules',
    'Node: http',
    'Node: net'
  ])
  expect(placeOf(frame('(garbage collector)'))).toBe('garbage collection')
  expect(placeOf(frame('writev'))).toBeUndefined()
  expect(placeOf(frame('constructor', 'node:net'))).toBe('Node: net')
})

test('what is not written in JavaScript counts for whoever called it', () => {
  const { places, functions } = whereTimeWent([profileOf([1, 6, 6, 3, 4])])
  expect(places).toEqual([{ place: 'store/sqlite', share: 1 }])
  expect(functions.map(({ place, name }) => [place, name])).toEqual([
    ['store/sqlite', 'step'],
    ['store/sqlite', 'RegExp: ^a']
  ])
})

test('only the second half of the work counts, and no idle time', () => {
  const { places } = whereTimeWent([profileOf([2, 2, 5, 6, 2], [300, 200, 9_000, 300, 200])])
  expect(places).toEqual([
    { place: 'http', share: 0.6 },
    { place: 'store/sqlite', share: 0.4 }
  ])
})

test('what worked little beside the others does not count', () => {
  const { places } = whereTimeWent([profileOf([2, 2], [1_000, 1_000]), profileOf([6, 6], [10, 10])])
  expect(places).toEqual([{ place: 'store/sqlite', share: 1 }])
})
