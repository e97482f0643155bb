import { expectTypeOf, test } from 'vitest'
import type { PagedName } from './call.ts'
import type { Client } from './client.ts'

// What the compiler refuses: none of these calls is made.
const refused = (client: Client): unknown => [
  // @ts-expect-error: there is no such parameter
  client.getIocs({ confidense: ['high'] }),
  // @ts-expect-error: there is no such value
  client.getIocs({ type: ['ip4'] }),
  // @ts-expect-error: a number is meant
  client.getIocs({ limit: '10' }),
  // @ts-expect-error: the path needs it
  client.getKey({}),
  // @ts-expect-error: the path needs it
  client.getKey(),
  // @ts-expect-error: the query string needs it
  client.getPlan({ confidence: ['high'] }),
  // @ts-expect-error: there is no such SIEM
  client.getPlan({ target: 'splnk' }),
  // @ts-expect-error: the body is missing
  client.postKeys({}),
  // @ts-expect-error: the body lacks a name
  client.postKeys({ body: { account: 'soc' } }),
  // @ts-expect-error: it takes no body
  client.getMe({ body: {} }),
  // @ts-expect-error: there is no such operation
  client.pages('getIoc'),
  // @ts-expect-error: what it answers has no pages
  client.pages('postKeys', { body: { name: 'poller' } }),
  // @ts-expect-error: nor has this
  client.pages('getTaxiiCollections'),
  // @ts-expect-error: a single call begins anew
  client.getIocs({}, { from: '/api/v1/iocs?cursor=x' }),
  // @ts-expect-error: there is no such parameter
  client.pages('getIocs', { confidense: ['high'] })
]

const accepted = async (client: Client) => {
  const me = await client.getMe()
  const key = await client.postKeys({ body: { name: 'poller', scopes: ['read:iocs'] } })
  const rotated = await client.postKeyRotate({ id: 'x' })
  const plan = await client.getPlan({ target: 'splunk' })
  const rules = await client.getSigmaRules({ type: ['ipv4', 'cve'], limit: 10, since: '2026-05-17' })
  const changes = await client.getSigmaChanges({ wait: 10 }, { signal: new AbortController().signal })
  const iocs = await client.getIocs()
  return { me, key, rotated, plan, rules, changes, iocs }
}

type Answered = Awaited<ReturnType<typeof accepted>>

test('a call is held to its description', () => {
  expectTypeOf(refused).toBeFunction()
})

test('an answer is known by whether it is one, its status and its form', () => {
  type Me = Extract<Answered['me'], { readonly ok: true }>
  expectTypeOf<Me['status']>().toEqualTypeOf<200>()
  expectTypeOf<Me['body']['data']['account']>().toEqualTypeOf<string>()
  type Rules = Extract<Answered['rules'], { readonly ok: true; readonly status: 200 }>
  expectTypeOf<Rules['body']>().toEqualTypeOf<string>()
  type Unchanged = Extract<Answered['rules'], { readonly ok: true; readonly status: 304 }>
  expectTypeOf<Unchanged['body']>().toEqualTypeOf<undefined>()
  type Listed = Extract<Answered['iocs'], { readonly ok: true; readonly form: 'json' }>
  expectTypeOf<Listed['body']['data'][number]['value']>().toEqualTypeOf<string>()
  type Refused = Extract<Answered['key'], { readonly ok: false }>
  expectTypeOf<Refused['status']>().toEqualTypeOf<number>()
})

test('pages are those of answers that link to the next one, or name it', () => {
  expectTypeOf<PagedName>().toEqualTypeOf<
    | 'getSigmaRules'
    | 'getSigmaChanges'
    | 'getSigmaManifest'
    | 'getIocs'
    | 'getStix'
    | 'getTaxiiManifest'
    | 'getTaxiiObjects'
    | 'getTaxiiObject'
    | 'getTaxiiVersions'
  >()
})

test('details are known by the code of a refusal', () => {
  type Refused = Extract<Answered['key'], { readonly ok: false }>
  type Wrong = Extract<Refused, { readonly code: 'invalid_parameter' }>['details']
  expectTypeOf<Wrong['nearest']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<Wrong['allowed']>().toEqualTypeOf<readonly string[] | undefined>()
  expectTypeOf<Wrong>().not.toHaveProperty('tier')
  type Full = Extract<Refused, { readonly code: 'too_many_keys' }>['details']
  expectTypeOf<Full['most']>().toEqualTypeOf<number | undefined>()
})

test('a change has a rule where there is one to keep', () => {
  type Changes = Extract<Answered['changes'], { readonly ok: true }>['body']
  type Change = Changes extends AsyncIterable<infer One> ? One : never
  expectTypeOf<Extract<Change, { readonly op: 'put' }>['rule']>().toEqualTypeOf<string>()
  expectTypeOf<Extract<Change, { readonly op: 'remove' }>>().not.toHaveProperty('rule')
})

test('a word where none is known is never taken for one', () => {
  type Changes = Extract<Answered['changes'], { readonly ok: true }>['body']
  expectTypeOf<Changes>().toExtend<AsyncIterable<unknown>>()
  expectTypeOf<Changes>().not.toBeAny()
})
