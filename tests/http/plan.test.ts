import { describe, expect, test } from 'vitest'
import { errorOf } from './ask.ts'
import { addresses, startServer } from './test-server.ts'

const PLAN = '/api/v1/plan'

describe('the plan', () => {
  test('is of what the key may see, by the filters of exports', async () => {
    const server = await startServer()
    await server.importText('Alpha', `indicator,confidence\n198.51.100.1,high\n198.51.100.2,low\nevil.example,high\n`)
    const answer = await server.ask(`${PLAN}?target=sentinel&type=ipv4&confidence=high`)
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(JSON.parse(answer.text)).toMatchObject({
      target: 'sentinel',
      product: 'Microsoft Sentinel',
      indicators: 1,
      by_type: { ipv4: 1 },
      withheld: 0,
      recommended: [
        { command: 'sigmill sync --from "$URL" --key-env KEY --out indicator_rules --type ipv4 --confidence high' }
      ],
      limits: [
        { name: 'enabled rules', measure: 'enabled_rules', limit: 512 },
        { measure: 'near_real_time_rules', limit: 50 },
        { measure: 'query_characters', limit: 10_000 }
      ]
    })
  })

  test('has every shape with its figures and the limits it takes', async () => {
    const server = await startServer()
    await server.importText('Alpha', addresses(30).join('\n'))
    const { shapes } = JSON.parse((await server.ask(`${PLAN}?target=splunk`)).text) as {
      shapes: readonly { shape: string }[]
    }
    expect(shapes.map(({ shape }) => shape)).toEqual([
      'single',
      ...Array.from({ length: 6 }, () => 'grouped'),
      'bundle'
    ])
    expect(shapes[0]).toEqual({
      shape: 'single',
      group: null,
      fits: true,
      rules: 30,
      per_rule: 1,
      rows: 0,
      searches: 30,
      by_hand: 0,
      runs_per_hour: 360,
      load_requests: 0,
      load_minutes: null,
      limits: [
        {
          name: 'at once',
          measure: 'searches_at_once',
          value: 1,
          limit: 11,
          is_met: true,
          is_over_half: false,
          effect: 'refuses',
          is_shared: true
        }
      ]
    })
  })

  test('recommends what the holder of a key can do: the bundle from this server', async () => {
    const server = await startServer()
    await server.importText('Alpha', addresses(3).join('\n'))
    expect(JSON.parse((await server.ask(`${PLAN}?target=qradar&type=ipv4`)).text)).toMatchObject({
      recommended: [
        {
          command: `curl -fsS -H "Authorization: Bearer $KEY" "$URL"'/api/v1/bundles/qradar?type=ipv4' -o qradar-bundle.zip`
        }
      ]
    })
  })

  test('of nothing has no shape', async () => {
    const server = await startServer()
    expect(JSON.parse((await server.ask(`${PLAN}?target=elastic`)).text)).toMatchObject({
      indicators: 0,
      shapes: [],
      recommended: []
    })
  })

  test('wants a target, and one that there is', async () => {
    const server = await startServer()
    const missing = await server.ask(PLAN)
    expect([missing.status, errorOf(missing.text)]).toMatchObject([
      400,
      { code: 'invalid_parameter', details: { parameter: 'target' } }
    ])
    expect(errorOf(missing.text).message).toContain('it is required')
    const unknown = await server.ask(`${PLAN}?target=splnk`)
    expect([unknown.status, errorOf(unknown.text)]).toMatchObject([
      400,
      { code: 'invalid_parameter', details: { parameter: 'target', nearest: 'splunk' } }
    ])
  })
})
