import { describe, expect, test } from 'vitest'
import { ageIndicators } from '../../src/app/age-indicators.ts'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { addToGuard } from '../../src/app/guard/guard-edits.ts'
import { recheckGuard } from '../../src/app/guard/recheck-guard.ts'
import { guardOf } from '../../src/app/guard/load-guard.ts'
import { acting } from '../support/acting.ts'
import { importInputs, textInput } from '../support/feeds.ts'
import { defaultSettings } from '../support/settings.ts'
import { KINDS } from '../../src/indicator/kind.ts'
import { SECTORS } from '../../src/indicator/sector.ts'
import { COLLECTIONS, collectionId, foundIn, OBJECTS, pageOf, readAll, shortOf, TAXII } from './taxii-client.ts'
import { addresses, startServer } from './test-server.ts'

const INSTANTS_PER_DAY = 86_400_000_000

describe('the TAXII server', () => {
  test.each([TAXII, '/taxii2/'])('is discovered at %s', async (path) => {
    const server = await startServer()
    const answer = await server.ask(path)
    expect(answer.headers['content-type']).toBe('application/taxii+json;version=2.1')
    expect(JSON.parse(answer.text)).toMatchObject({ default: '/api/taxii2/api/', api_roots: ['/api/taxii2/api/'] })
  })

  test('names its root by the address that is set', async () => {
    const server = await startServer({ settings: (defaults) => ({ ...defaults, publicUrl: 'https://intel.example' }) })
    const { api_roots: roots } = JSON.parse((await server.ask(TAXII)).text) as { readonly api_roots: readonly string[] }
    expect(roots).toEqual(['https://intel.example/api/taxii2/api/'])
  })

  test('says what its root speaks', async () => {
    const server = await startServer()
    expect(JSON.parse((await server.ask(`${TAXII}api/`)).text)).toMatchObject({
      versions: ['application/taxii+json;version=2.1'],
      max_content_length: 65_536
    })
  })

  test('has a collection of everything, of each type and of each industry, which nobody can write', async () => {
    const server = await startServer()
    const { collections } = JSON.parse((await server.ask(COLLECTIONS)).text) as {
      readonly collections: readonly { readonly alias: string }[]
    }
    expect(collections.map(({ alias }) => alias)).toEqual(['all', ...KINDS, ...SECTORS])
    const one = JSON.parse((await server.ask(`${COLLECTIONS}ipv4/`)).text) as object
    expect(one).toEqual(collections[1])
    expect(one).toEqual({
      id: collectionId('ipv4'),
      title: 'Indicators of type ipv4',
      alias: 'ipv4',
      can_read: true,
      can_write: false,
      media_types: ['application/stix+json;version=2.1']
    })
    expect((await server.ask(`${COLLECTIONS}${collectionId('ipv4')}/`)).text).toBe(`${JSON.stringify(one)}\n`)
  })
})

describe('a collection', () => {
  test('gives the publisher and the markings, then what lives in the order in which it came', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', 'evil.example', 'CVE-2021-44228')
    await server.import('T1059.001')
    const answer = await server.ask(OBJECTS)
    const page = pageOf(answer)
    expect(page.objects?.slice(0, 6).map(({ type }) => type)).toEqual([
      'identity',
      ...Array.from({ length: 5 }, () => 'marking-definition')
    ])
    expect(foundIn(page).map(({ type, name }) => `${type} ${name}`)).toEqual([
      'indicator Malicious IP 198.51.100.1',
      'indicator Malicious Domain evil.example',
      'vulnerability CVE-2021-44228',
      'attack-pattern T1059.001'
    ])
    expect(page).toMatchObject({ more: false })
    expect(answer.headers['x-taxii-date-added-first']).toBe('2022-10-01T00:00:00.000000Z')
    expect(answer.headers['x-taxii-date-added-last']).toBe(page.objects?.at(-1)?.modified)
  })

  test('is the same in pages of any size', async () => {
    const server = await startServer()
    await server.import(...addresses(20), 'evil.example')
    const { objects } = await readAll(server, OBJECTS)
    expect(objects).toHaveLength(27)
    for (const limit of [1, 2, 5, 27, 28]) {
      expect((await readAll(server, `${OBJECTS}?limit=${limit}`)).objects).toEqual(objects)
    }
  })

  test('gives at most what the tier gives a request', async () => {
    const server = await startServer({
      settings: (defaults) => ({
        ...defaults,
        tiers: defaults.tiers.map((tier) => ({ ...tier, resultsPerRequest: 3 }))
      })
    })
    const page = pageOf(await server.ask(`${OBJECTS}?limit=100`))
    expect([page.objects?.length, page.more]).toEqual([3, true])
  })

  test('is an empty object where nothing is left', async () => {
    const server = await startServer()
    const answer = await server.ask(`${OBJECTS}?added_after=2026-05-17`)
    expect(answer.text).toBe('{}\n')
    expect(answer.headers).not.toHaveProperty('x-taxii-date-added-last')
  })

  test('holds its type, or its industry, and nothing else', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', 'evil.example')
    await server.importText('Feed', 'indicator,industry\n198.51.100.2,energy\nother.example,energy\n')
    const names = async (collection: string) =>
      foundIn(pageOf(await server.ask(`${COLLECTIONS}${collection}/objects/`))).map(shortOf)
    expect(await names('ipv4')).toEqual(['Malicious IP 198.51.100.1', 'Malicious IP 198.51.100.2'])
    expect(await names('energy')).toEqual(['Malicious IP 198.51.100.2', 'Malicious Domain other.example'])
    expect(await names('dams')).toEqual([])
  })

  test('gives no indicator that gives no rule', async () => {
    const server = await startServer()
    await server.import('evil.example', 'http://evil.example/*')
    const guard = async () => () => 'a list: an entry'
    await importInputs(server.store, server.clock, [textInput('Feed', '198.51.100.9\n')], { feed: 'Feed', guard })
    const { objects, last } = await readAll(server, OBJECTS)
    expect(foundIn({ objects }).map(shortOf)).toEqual(['Malicious Domain evil.example'])
    expect((await readAll(server, `${OBJECTS}?added_after=2026-05-01`)).objects.map(shortOf)).toEqual([
      'Malicious Domain evil.example'
    ])
    expect(last).not.toBe('')
  })
})

describe('a client that comes back', () => {
  test('is given what came, changed and ended since, each once', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4', 'CVE-2021-44228')
    const { objects, last } = await readAll(server, OBJECTS)
    const [, , first] = foundIn({ objects })
    await removeIndicator(acting(server.store), '198.51.100.2', 'a customer of ours')
    await removeIndicator(acting(server.store), 'CVE-2021-44228', 'not ours')
    const terms = { mode: 'block', why: 'ours', until: undefined } as const
    await addToGuard(acting(server.store, server.clock), '198.51.100.3', terms)
    await recheckGuard(server.store, guardOf(server.store, await defaultSettings(), server.clock))
    server.clock.set(server.clock.now() + 100 * INSTANTS_PER_DAY)
    await server.import('198.51.100.1', 'new.example')
    await ageIndicators({ store: server.store, settings: await defaultSettings(), clock: server.clock })
    const answer = await server.ask(`${OBJECTS}?added_after=${last}`)
    const since = foundIn(pageOf(answer))
    expect(since.map(shortOf).sort()).toEqual([
      'Malicious Domain new.example',
      'Malicious IP 198.51.100.2 (ended)',
      'Malicious IP 198.51.100.3 (ended)',
      'Malicious IP 198.51.100.4 (ended)'
    ])
    for (const { valid_until: until, modified, valid_from: from = '' } of since) {
      expect([undefined, modified]).toContain(until)
      expect(until === undefined || until > from).toBe(true)
    }
    const guarded = since.find(({ name }) => name.endsWith('.3'))
    expect([guarded?.id, guarded?.created]).toEqual([first?.id, first?.created])
    expect(pageOf(await server.ask(`${OBJECTS}?added_after=${since.at(-1)?.modified}`))).toEqual({})
  })

  test('sees a removed indicator come back to life', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    await removeIndicator(acting(server.store), '198.51.100.1', 'by mistake')
    const { objects, last } = await readAll(server, `${OBJECTS}?added_after=2026-05-01`)
    expect(objects.map(shortOf)).toEqual(['Malicious IP 198.51.100.1 (ended)'])
    server.clock.set(server.clock.now() + INSTANTS_PER_DAY)
    await server.import('198.51.100.1')
    expect((await readAll(server, `${OBJECTS}?added_after=${last}`)).objects.map(shortOf)).toEqual([
      'Malicious IP 198.51.100.1'
    ])
  })

  test('who begins now is not told of what ended before', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2')
    await removeIndicator(acting(server.store), '198.51.100.1', 'gone')
    expect(foundIn(pageOf(await server.ask(OBJECTS))).map(shortOf)).toEqual(['Malicious IP 198.51.100.2'])
  })

  test('learns of a removal that happens between two pages', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2')
    const first = pageOf(await server.ask(`${COLLECTIONS}ipv4/objects/?limit=7`))
    expect(foundIn(first).map(shortOf)).toEqual(['Malicious IP 198.51.100.1'])
    await removeIndicator(acting(server.store), '198.51.100.1', 'gone')
    const rest = await readAll(server, `${COLLECTIONS}ipv4/objects/?next=${first.next}`)
    expect(foundIn(rest).map(shortOf)).toEqual(['Malicious IP 198.51.100.2', 'Malicious IP 198.51.100.1 (ended)'])
  })

  test('is not told of a removal by the collection of an industry that it was not aimed at', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    await removeIndicator(acting(server.store), '198.51.100.1', 'gone')
    const path = `${COLLECTIONS}energy/objects/?added_after=2026-05-01`
    expect(pageOf(await server.ask(path))).toEqual({})
  })
})

describe('match', () => {
  const setUp = async () => {
    const server = await startServer()
    await server.import('198.51.100.1', 'evil.example', 'CVE-2021-44228')
    const objects = foundIn(pageOf(await server.ask(OBJECTS)))
    const matched = async (query: string) => {
      const page = await readAll(server, `${OBJECTS}?${query}`)
      return page.objects.map(({ id }) => objects.findIndex((object) => object.id === id))
    }
    return { server, objects, matched }
  }

  test('picks by id, by type, by version and by version of STIX', async () => {
    const { objects, matched } = await setUp()
    const [address, domain, cve] = objects
    expect(await matched(`match[id]=${cve?.id},${address?.id}`)).toEqual([0, 2])
    expect(await matched(`match%5Bid%5D=${address?.id}&match[type]=vulnerability`)).toEqual([])
    expect(await matched('match[type]=vulnerability')).toEqual([2])
    expect(await matched('match[type]=vulnerability,indicator&limit=1')).toEqual([0, 1, 2])
    expect(await matched('match[type]=identity,marking-definition')).toHaveLength(6)
    expect(await matched('match[type]=malware')).toEqual([])
    expect(await matched(`match[version]=${domain?.modified}`)).toEqual([1])
    expect(await matched('match[version]=first&match[type]=indicator')).toEqual([0, 1])
    expect(await matched('match[version]=2020-01-01T00:00:00Z,all&match[type]=indicator')).toEqual([0, 1])
    expect(await matched('match[spec_version]=2.1&match[type]=indicator')).toEqual([0, 1])
    expect(await matched('match[spec_version]=2.0')).toEqual([])
  })

  test('of an id that nobody has gives nothing', async () => {
    const { objects, matched } = await setUp()
    const wrongType = String(objects[0]?.id).replace('indicator', 'malware')
    expect(await matched(`match[id]=nonsense,--,indicator--x,${wrongType}`)).toEqual([])
  })

  test('holds for every page, so that a next of other ones is refused', async () => {
    const { server } = await setUp()
    const { next } = pageOf(await server.ask(`${OBJECTS}?limit=1`))
    const { status } = await server.ask(`${OBJECTS}?limit=1&match[type]=indicator&next=${next}`)
    expect(status).toBe(400)
  })
})

describe('the manifest', () => {
  test('has the versions of the objects in the same order and pages', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', 'evil.example', 'CVE-2021-44228')
    const { objects } = await readAll(server, OBJECTS)
    const { objects: entries } = await readAll(server, `${COLLECTIONS}all/manifest/?limit=2`)
    expect(entries.map(({ id }) => id)).toEqual(objects.map(({ id }) => id))
    expect(entries.at(-1)).toEqual({
      id: objects.at(-1)?.id,
      date_added: objects.at(-1)?.modified,
      version: objects.at(-1)?.modified,
      media_type: 'application/stix+json;version=2.1'
    })
  })
})

describe('one object', () => {
  test('is given with its last version, also when it has ended', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const [living] = foundIn(pageOf(await server.ask(OBJECTS)))
    const path = `${OBJECTS}${living?.id}/`
    expect(pageOf(await server.ask(path)).objects).toEqual([living])
    expect(pageOf(await server.ask(`${path}versions/`))).toEqual({ more: false, versions: [living?.modified] })
    const at = await removeIndicator(acting(server.store), '198.51.100.1', 'gone')
    const [ended] = pageOf(await server.ask(path)).objects ?? []
    expect(ended).toMatchObject({ id: living?.id, valid_until: ended?.modified })
    expect(at).toBeGreaterThan(0)
    expect(pageOf(await server.ask(`${path}?match[version]=${living?.modified}`))).toEqual({})
  })

  test('may be the publisher or a marking', async () => {
    const server = await startServer()
    const { objects = [] } = pageOf(await server.ask(OBJECTS))
    for (const object of objects) expect(pageOf(await server.ask(`${OBJECTS}${object.id}/`)).objects).toEqual([object])
  })
})

test('HEAD gives the headers of GET', async () => {
  const server = await startServer()
  const get = await server.ask(OBJECTS)
  const head = await server.ask(OBJECTS, { method: 'HEAD' })
  expect([head.status, head.text]).toEqual([200, ''])
  expect(head.headers['x-taxii-date-added-last']).toBe(get.headers['x-taxii-date-added-last'])
})
