import { describe, expect, test } from 'vitest'
import { OPERATIONS } from '../../src/http/operations.ts'
import { challengeOf, isTaken, outcomeOf, ROUTES, waysTo, type Outcome, type Way } from './access-outcome.ts'
import { heldKey, openServer, refusedStates } from './access-states.ts'
import { ACCESS, LETS_IN, type Access } from './access-table.ts'
import { AMBER_VALUE, askRightly, askWrongly, openHouse } from './access-targets.ts'
import { refusalOf } from './ask.ts'
import { startServer } from './test-server.ts'

const KEYED = ROUTES.filter(({ access }) => access.scope !== 'open')
const OPEN = ROUTES.filter(({ access }) => access.scope === 'open')

/** What happened beside what should have, by what was tried. */
class Ledger {
  readonly observed: Record<string, Outcome> = {}
  readonly expected: Record<string, Outcome> = {}

  enter(name: string, { method, form }: Way, [observed, expected]: readonly [Outcome, Outcome]): void {
    const line = `${name}: ${method} with ${form}`
    this.observed[line] = observed
    this.expected[line] = expected
  }
}

/** The sets of scopes of which each is enough by itself. */
const enough = ({ scope }: Access): readonly (readonly string[])[] =>
  scope === 'key' || scope === 'open' ? [[]] : LETS_IN[scope].map((one) => [one])

const MISSING = { status: 401, code: 'missing_api_key', hasLimits: false, counted: 0 }

test('the table names every operation, and nothing else', () => {
  expect(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(ACCESS).sort())
})

describe.each(KEYED)('$name', (route) => {
  const { access } = route

  test('refuses every key that is wrong, for what is looked at first', async () => {
    const server = await openServer()
    const ledger = new Ledger()
    for (const state of refusedStates(access)) {
      for (const way of waysTo(route)) {
        const key = await state.make(server)
        const [status, code] = state.refusal
        const asKey = { status, code, hasLimits: state.hasLimits, counted: state.counts ? 1 : 0 }
        const shown = isTaken(route, way) ? asKey : MISSING
        const expected = {
          ...shown,
          code: way.method === 'HEAD' ? undefined : shown.code,
          challenge: challengeOf(route, shown.status)
        }
        const observed = await outcomeOf(server, key, async () => askWrongly(server, route, way, key))
        ledger.enter(state.name, way, [observed, expected])
      }
    }
    expect(ledger.observed).toEqual(ledger.expected)
  })

  test('lets every key in that may, and counts it', async () => {
    const house = await openHouse()
    const ledger = new Ledger()
    for (const tier of access.needsExport === true ? ['pro'] : ['pro', 'free']) {
      for (const scopes of enough(access)) {
        for (const way of waysTo(route)) {
          const key = await heldKey(house.server, { scopes, tier, networks: ['127.0.0.0/8'] })
          const shown = isTaken(route, way) ? { status: access.status, hasLimits: true, counted: 1 } : MISSING
          const expected = {
            ...shown,
            code: way.method === 'HEAD' || shown !== MISSING ? undefined : MISSING.code,
            challenge: challengeOf(route, shown.status)
          }
          const observed = await outcomeOf(house.server, key, async () => askRightly(house, route, way, key))
          ledger.enter(`${tier} with ${scopes.join()}`, way, [observed, expected])
        }
      }
    }
    expect(ledger.observed).toEqual(ledger.expected)
  })

  test('refuses what is wrong behind the key, once the key is right', async () => {
    const server = await openServer()
    for (const way of waysTo(route).filter((one) => isTaken(route, one))) {
      const key = await heldKey(server, { scopes: enough(access)[0] ?? [] })
      const { code, ...others } = await outcomeOf(server, key, async () => askWrongly(server, route, way, key))
      expect(others).toEqual({ status: 400, challenge: undefined, hasLimits: true, counted: 1 })
      expect(code).toBe(way.method === 'HEAD' ? undefined : 'invalid_parameter')
    }
  })

  test.each([{ maxTlp: 'green' as const }, { feeds: ['another'] }])(
    'shows a key with %j nothing of what is not for it',
    async (restriction) => {
      const house = await openHouse()
      for (const way of waysTo(route).filter((one) => isTaken(route, one))) {
        const key = await heldKey(house.server, { scopes: enough(access)[0] ?? [], ...restriction })
        const { status, text } = await askRightly(house, route, way, key)
        expect([way, status]).toEqual([way, access.unseen ?? access.status])
        expect(text).not.toContain(AMBER_VALUE)
        // A refusal repeats what was asked for.
        if (status !== 404) expect(text).not.toContain(house.ruleId)
      }
    }
  )
})

describe.each(OPEN)('$name', (route) => {
  test('answers everybody alike, whatever key they show, and counts nothing', async () => {
    const server = await openServer()
    const ledger = new Ledger()
    for (const state of refusedStates({ scope: 'read:iocs', needsExport: true, status: 200 })) {
      for (const way of waysTo(route)) {
        const key = await state.make(server)
        const observed = await outcomeOf(server, key, async () => askWrongly(server, route, way, key))
        ledger.enter(state.name, way, [observed, { status: 200, hasLimits: false, counted: 0 }])
      }
    }
    expect(ledger.observed).toEqual(ledger.expected)
  })
})

describe('before any key is looked at', () => {
  const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']
  const PATHS = [...new Set(ROUTES.map(({ template }) => template))]

  test.each(PATHS)('%s refuses the methods that it lacks, and names those that it has', async (template) => {
    const server = await startServer()
    const has = ROUTES.filter((route) => route.template === template).map(({ method }) => method)
    const allowed = has.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    const path = template.replaceAll(/\{\w+\}/g, 'nothing')
    for (const method of METHODS.filter((one) => !has.includes(one))) {
      for (const key of ['', 'nonsense', server.pro]) {
        const { status, headers, text } = await server.ask(`${path}?nonsense=1`, { method, key })
        expect([method, status, refusalOf(text).code]).toEqual([method, 405, 'method_not_allowed'])
        expect(String(headers['allow']).split(', ').sort()).toEqual([...allowed].sort())
        expect(headers).not.toHaveProperty('x-ratelimit-limit')
      }
    }
  })

  test.each(PATHS)('%s has no neighbours that let anybody in', async (template) => {
    const server = await startServer()
    const path = template.replaceAll(/\{\w+\}/g, 'nothing')
    const near = [
      `${path}x`,
      `${path}/x/y/z`,
      `/${path}`,
      path.toUpperCase(),
      `${path}%00`,
      `${path};x=1`,
      `${path}.json`
    ]
    for (const other of near) {
      const { status, text } = await server.ask(other, { key: '' })
      expect([other, status]).toEqual([other, refusalOf(text).code === 'not_found' ? 404 : 401])
    }
  })
})
